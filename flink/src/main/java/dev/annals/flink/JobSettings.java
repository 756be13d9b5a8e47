package dev.annals.flink;

import dev.annals.article.Outlets;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the job is told on its command line.
 *
 * @param paths files and folders to read to their end; empty for a Kafka topic
 * @param order in which order articles are placed
 * @param lateness how long is waited for articles of an earlier time
 * @param byLanguage whether each language is placed by itself, by as many tasks as there are
 * @param activeStories stories kept in memory by a placing task; 0 for the default
 * @param remembered how long is remembered what nothing happens to
 * @param quiet how long after a change a story's record is compiled; negative for the end alone
 * @param rate documents a second that a file reader reads at most; 0 for as many as it can
 * @param records folder for records as JSON Lines, or null
 * @param store JDBC URL of the store that {@code annals serve} reads, or null
 * @param kafka bootstrap servers, or null
 * @param topic Kafka topic of documents to read for ever, or null
 * @param untilNow whether the topic is read to its present end alone
 * @param recordTopic Kafka topic for records, or null
 * @param transactions how long Kafka waits for what a failed job left open before it is dropped,
 *     for records exactly once; null for at least once
 * @param rejected folder for what could not be read, as JSON Lines, or null
 * @param outlets file of names and domains that are one outlet, read where the job is submitted, or
 *     null
 */
public record JobSettings(
    List<String> paths,
    ReadingOrder order,
    Duration lateness,
    boolean byLanguage,
    int activeStories,
    Duration remembered,
    Duration quiet,
    int rate,
    @Nullable String records,
    @Nullable String store,
    @Nullable String kafka,
    @Nullable String topic,
    boolean untilNow,
    @Nullable String recordTopic,
    @Nullable Duration transactions,
    @Nullable String rejected,
    @Nullable String outlets)
    implements Serializable {

  /** Copies the list and checks that there is something to read. */
  public JobSettings {
    paths = List.copyOf(paths);
    if (paths.isEmpty() == (topic == null)) {
      throw new IllegalArgumentException("give either paths to read, or --kafka and --topic");
    }
    if (topic != null && order == ReadingOrder.READING) {
      throw new IllegalArgumentException("articles of a topic are placed in order of time");
    }
    if ((topic != null || recordTopic != null) && kafka == null) {
      throw new IllegalArgumentException("a topic needs --kafka SERVERS");
    }
    if (transactions != null && (recordTopic == null || transactions.toSeconds() < 1)) {
      throw new IllegalArgumentException("--transactions TIME is for a --record-topic");
    }
    if (records == null && store == null && recordTopic == null) {
      throw new IllegalArgumentException(
          "give at least one of --records FOLDER, --store JDBC-URL, --record-topic TOPIC");
    }
  }

  /** Whether the stream has an end. */
  boolean ends() {
    return topic == null || untilNow;
  }

  /**
   * The user's own outlets, read here and sent with the job; a mistake in them is told before it
   * runs.
   *
   * @throws IllegalArgumentException when the file cannot be read or a line is no outlet
   */
  List<String> outletLines() {
    if (outlets == null) {
      return List.of();
    }
    try {
      var lines = Files.readAllLines(Path.of(outlets));
      Outlets.with(lines);
      return lines;
    } catch (IOException e) {
      throw new IllegalArgumentException("--outlets: cannot read " + outlets, e);
    }
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException when there is a mistake in it
   */
  public static JobSettings parse(String... words) {
    var paths = new ArrayList<String>();
    ReadingOrder order = null;
    Duration lateness = null;
    boolean byLanguage = false;
    int active = 0;
    var remembered = Duration.ofDays(60);
    Duration quiet = null;
    int rate = 0;
    String records = null;
    String store = null;
    String kafka = null;
    String topic = null;
    boolean untilNow = false;
    String recordTopic = null;
    Duration transactions = null;
    String rejected = null;
    String outlets = null;
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--order" -> order = ReadingOrder.valueOf(value(words, ++i).toUpperCase(Locale.ROOT));
        case "--lateness" -> lateness = duration(value(words, ++i));
        case "--by-language" -> byLanguage = true;
        case "--active-stories" -> active = Integer.parseInt(value(words, ++i));
        case "--remember" -> remembered = duration(value(words, ++i));
        case "--quiet" -> quiet = duration(value(words, ++i));
        case "--rate" -> rate = Integer.parseInt(value(words, ++i));
        case "--records" -> records = value(words, ++i);
        case "--store" -> store = value(words, ++i);
        case "--kafka" -> kafka = value(words, ++i);
        case "--topic" -> topic = value(words, ++i);
        case "--until-now" -> untilNow = true;
        case "--rejected" -> rejected = value(words, ++i);
        case "--outlets" -> outlets = value(words, ++i);
        case "--record-topic" -> recordTopic = value(words, ++i);
        case "--transactions" -> transactions = duration(value(words, ++i));
        default -> {
          if (words[i].startsWith("--")) {
            throw new IllegalArgumentException("no such option: " + words[i]);
          }
          paths.add(words[i]);
        }
      }
    }
    if (order == null) {
      order = topic == null ? ReadingOrder.READING : ReadingOrder.TIME;
    }
    if (lateness == null) {
      // files of an archive overlap; messages of a topic bear the time they were sent
      lateness = topic == null ? Duration.ofHours(1) : Duration.ofSeconds(10);
    }
    if (quiet == null) {
      quiet = topic == null || untilNow ? Duration.ofSeconds(-1) : Duration.ofSeconds(5);
    }
    return new JobSettings(
        paths,
        order,
        lateness,
        byLanguage,
        active,
        remembered,
        quiet,
        rate,
        records,
        store,
        kafka,
        topic,
        untilNow,
        recordTopic,
        transactions,
        rejected,
        outlets);
  }

  private static String value(String[] words, int i) {
    if (i == words.length) {
      throw new IllegalArgumentException(words[i - 1] + " needs a value");
    }
    return words[i];
  }

  /** {@code 30s}, {@code 5m}, {@code 1h}, {@code 60d}; {@code end} for never before the end. */
  private static Duration duration(String words) {
    if (words.equals("end")) {
      return Duration.ofSeconds(-1);
    }
    try {
      String number = words.substring(0, Math.max(0, words.length() - 1));
      return switch (words.isEmpty() ? ' ' : words.charAt(words.length() - 1)) {
        case 's' -> Duration.ofSeconds(Long.parseLong(number));
        case 'm' -> Duration.ofMinutes(Long.parseLong(number));
        case 'h' -> Duration.ofHours(Long.parseLong(number));
        case 'd' -> Duration.ofDays(Long.parseLong(number));
        default -> throw new IllegalArgumentException("no length of time: " + words);
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no length of time: " + words, e);
    }
  }
}
