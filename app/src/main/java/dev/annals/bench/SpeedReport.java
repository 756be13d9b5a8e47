package dev.annals.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured.
 *
 * @param what the documents, in words
 * @param whole reading everything, or null when it was left out
 * @param steps each step on one thread, and what they are compared with
 * @param sample articles that the steps were measured on
 * @param helpSeconds until the help is printed by a process of its own, 0 when not measured
 * @param threeFilesSeconds to read three small files by a process of its own, 0 when not measured
 */
public record SpeedReport(
    String what,
    int threads,
    WholeRun.@Nullable Result whole,
    List<StepTimes.Step> steps,
    int sample,
    double helpSeconds,
    double threeFilesSeconds) {

  /** Copies the list. */
  public SpeedReport {
    steps = List.copyOf(steps);
  }

  /** CPU milliseconds that an article costs in all steps together, comparisons left out. */
  public double cpuMillis() {
    return steps.stream()
        .filter(step -> !step.floor() && !step.name().equals("export"))
        .mapToDouble(StepTimes.Step::cpuMillis)
        .sum();
  }

  /**
   * Figures without a unit, which say the same on every machine: the higher the better. They are
   * what {@code eval/speed.json} holds floors for.
   */
  public Map<String, Double> ratios() {
    var ratios = new TreeMap<String, Double>();
    double lucene = millis(StepTimes.LUCENE);
    double jsoup = millis(StepTimes.JSOUP);
    if (lucene > 0 && cpuMillis() > 0) {
      ratios.put("rate against Lucene indexing", lucene / cpuMillis());
      ratios.put("annotation against Lucene indexing", lucene / millis("annotation"));
      ratios.put("record against Lucene indexing", lucene / millis("record"));
    }
    if (jsoup > 0) {
      ratios.put("extraction against jsoup parsing", jsoup / millis("article"));
    }
    var result = whole;
    if (result != null && result.tenths().size() == 10) {
      ratios.put("last tenth against second tenth", rate(result, 9) / rate(result, 1));
    }
    ratios.values().removeIf(ratio -> !Double.isFinite(ratio));
    return ratios;
  }

  private double millis(String step) {
    return steps.stream()
        .filter(s -> s.name().equals(step))
        .mapToDouble(StepTimes.Step::cpuMillis)
        .findFirst()
        .orElse(0);
  }

  /** Articles per CPU second: the clock also counts what other processes do. */
  private static double rate(WholeRun.Result whole, int tenth) {
    var part = whole.tenths().get(tenth);
    return part.articles() / part.cpuSeconds();
  }

  /** Prints tables. */
  void print(PrintWriter out) {
    out.println(what);
    var result = whole;
    if (result != null) {
      out.println();
      line(out, "articles", result.articles());
      line(out, "stories", result.stories());
      line(out, "articles/s on " + threads + " threads", result.articles() / result.seconds());
      line(out, "CPU ms per article", result.cpuSeconds() * 1000 / result.articles());
      line(out, "… of it compiling records", part(result, result.compiling()));
      line(out, "… of it indexing for search", part(result, result.indexing()));
      line(out, "peak resident memory, MB", result.peakMegabytes());
      out.println();
      out.println("tenth   articles/s   articles per CPU s   resident MB");
      int number = 1;
      for (WholeRun.Tenth tenth : result.tenths()) {
        out.println(
            String.format(
                Locale.ROOT,
                "%5d %12.1f %20.1f %13.0f",
                number++,
                tenth.articles() / tenth.seconds(),
                tenth.articles() / tenth.cpuSeconds(),
                tenth.megabytes()));
      }
    }
    out.println();
    out.println("step           CPU ms/article   allocated KB/article   (" + sample + " articles)");
    for (StepTimes.Step step : steps) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-14s %14.3f %22.1f%s",
              step.name(),
              step.cpuMillis(),
              step.kilobytes(),
              step.floor() ? "   to compare with" : ""));
    }
    out.println(String.format(Locale.ROOT, "%-14s %14.3f", "all steps", cpuMillis()));
    out.println();
    ratios()
        .forEach(
            (name, ratio) -> out.println(String.format(Locale.ROOT, "%-36s %8.3f", name, ratio)));
    if (helpSeconds > 0) {
      out.println();
      line(out, "--help, s", helpSeconds);
      line(out, "reading three small files, s", threeFilesSeconds);
    }
    out.flush();
  }

  private static double part(WholeRun.Result result, WholeRun.Tenth part) {
    return part.cpuSeconds() * 1000 / result.articles();
  }

  private static void line(PrintWriter out, String name, double value) {
    out.println(String.format(Locale.ROOT, "%-36s %8.2f", name, value));
  }

  /** Writes one JSON line. */
  void json(OutputStream stream) throws IOException {
    try (var json =
        new JsonFactory()
            .createGenerator(stream)
            .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)) {
      json.writeStartObject();
      json.writeStringField("documents", what);
      json.writeNumberField("threads", threads);
      var result = whole;
      if (result != null) {
        json.writeNumberField("articles", result.articles());
        json.writeNumberField("stories", result.stories());
        number(json, "articlesPerSecond", result.articles() / result.seconds());
        number(json, "cpuMillisPerArticle", result.cpuSeconds() * 1000 / result.articles());
        number(json, "compilingCpuMillisPerArticle", part(result, result.compiling()));
        number(json, "indexingCpuMillisPerArticle", part(result, result.indexing()));
        number(json, "peakRssMegabytes", result.peakMegabytes());
        json.writeArrayFieldStart("tenths");
        for (WholeRun.Tenth tenth : result.tenths()) {
          json.writeStartObject();
          json.writeNumberField("articles", tenth.articles());
          number(json, "articlesPerSecond", tenth.articles() / tenth.seconds());
          number(json, "articlesPerCpuSecond", tenth.articles() / tenth.cpuSeconds());
          number(json, "rssMegabytes", tenth.megabytes());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeObjectFieldStart("steps");
      for (StepTimes.Step step : steps) {
        json.writeObjectFieldStart(step.name());
        number(json, "cpuMillisPerArticle", step.cpuMillis());
        number(json, "kilobytesPerArticle", step.kilobytes());
        json.writeBooleanField("comparison", step.floor());
        json.writeEndObject();
      }
      json.writeEndObject();
      number(json, "stepsCpuMillisPerArticle", cpuMillis());
      json.writeObjectFieldStart("ratios");
      for (var ratio : ratios().entrySet()) {
        number(json, ratio.getKey(), ratio.getValue());
      }
      json.writeEndObject();
      number(json, "helpSeconds", helpSeconds);
      number(json, "threeFilesSeconds", threeFilesSeconds);
      json.writeEndObject();
    }
    stream.write('\n');
    stream.flush();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeNumberField(name, Double.isFinite(value) ? Math.round(value * 10_000) / 10_000.0 : 0);
  }
}
