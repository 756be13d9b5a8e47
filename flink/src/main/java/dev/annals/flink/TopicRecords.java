package dev.annals.flink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records as messages: the key is the story, the value its record as JSON, empty when the story is
 * no more. Made for a compacted topic, where the last word on a story counts.
 */
final class TopicRecords implements KafkaRecordSerializationSchema<Outcome> {

  private static final long serialVersionUID = 1;

  private final String topic;

  TopicRecords(String topic) {
    this.topic = topic;
  }

  @Override
  @SuppressWarnings("NullAway") // a message without value is a tombstone
  public ProducerRecord<byte[], byte[]> serialize(
      Outcome outcome, KafkaSinkContext context, Long time) {
    byte[] key = outcome.story().getBytes(StandardCharsets.UTF_8);
    if (outcome.gone()) {
      return new ProducerRecord<>(topic, null, key, null);
    }
    byte[] line = RecordLines.line(outcome);
    return new ProducerRecord<>(topic, null, key, Arrays.copyOf(line, line.length - 1));
  }
}
