import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends the lines of a file to a topic, or prints the last value of each key: {@code Topic.java
 * SERVERS send|print TOPIC [FILE]}.
 */
class Topic {
  public static void main(String[] arguments) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", arguments[0],
            "group.id", "print",
            "isolation.level", "read_committed");
    String topic = arguments[2];
    try (var admin = Admin.create(settings)) {
      if (!admin.listTopics().names().get().contains(topic)) {
        var made = new NewTopic(topic, Optional.of(1), Optional.empty());
        admin.createTopics(List.of(made)).all().get();
      }
    }
    if (arguments[1].equals("send")) {
      send(settings, topic, Path.of(arguments[3]));
    } else {
      print(settings, topic);
    }
  }

  private static void send(Map<String, Object> settings, String topic, Path file)
      throws Exception {
    try (var out =
            new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        var lines = Files.lines(file)) {
      // a millisecond apart, so that their order is known
      long[] time = {System.currentTimeMillis()};
      lines.forEach(
          line -> out.send(new ProducerRecord<>(topic, null, time[0]++, (String) null, line)));
    }
  }

  private static void print(Map<String, Object> settings, String topic) {
    var last = new TreeMap<String, String>();
    try (var in =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var parts =
          in.partitionsFor(topic).stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(topic, p.partition()))
              .toList();
      in.assign(parts);
      in.seekToBeginning(parts);
      var ends = in.endOffsets(parts);
      while (parts.stream().anyMatch(p -> in.position(p) < ends.get(p))) {
        for (var message : in.poll(Duration.ofSeconds(1))) {
          if (message.value() == null) {
            last.remove(message.key());
          } else {
            last.put(message.key(), message.value());
          }
        }
      }
    }
    last.values().forEach(System.out::println);
  }
}
