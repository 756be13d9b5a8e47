package dev.annals.flink;

import dev.annals.capture.CaptureReaders;
import dev.annals.capture.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of a Kafka topic: each is a document, or several, in any format that Annals knows,
 * an HTML page, a JSON line, a feed, a WARC record, gzipped or not. A document without an id of its
 * own goes by the key of its message.
 */
final class TopicDocuments implements KafkaRecordDeserializationSchema<Document> {

  private static final long serialVersionUID = 1;

  private transient @Nullable CaptureReaders readers;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Document> out)
      throws IOException {
    if (message.value() == null) {
      return; // a tombstone of a compacted topic: articles are never taken back
    }
    if (readers == null) {
      readers = CaptureReaders.standard();
    }
    String origin = message.topic() + "/" + message.partition() + "@" + message.offset();
    String name =
        message.key() == null ? origin : new String(message.key(), StandardCharsets.UTF_8);
    readers.read(
        new Source(origin, name, new ByteArrayInputStream(message.value())),
        capture -> out.collect(Document.of(capture)),
        rejection -> out.collect(Document.of(rejection)));
  }

  @Override
  public TypeInformation<Document> getProducedType() {
    return Types.of(Document.class);
  }
}
