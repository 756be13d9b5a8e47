package dev.annals.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Rejection;
import dev.annals.capture.Stated;
import dev.annals.store.HistoryEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels or is kept needs no Kryo, and comes out as it went in. */
class TravellingTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Document.class,
        Capture.class,
        Rejection.class,
        Content.class,
        Candidate.class,
        Assignment.class,
        Membership.class,
        Outcome.class,
        StoreChange.class,
        Standing.class,
        Readings.class,
        RecordKeeper.Ledger.class,
        PlacedStories.Base.class,
        SleepingState.Sleeping.class,
        SleepingState.Face.class,
        SleepingState.Listed.class,
        HistoryEntry.class
      })
  void areRecordsThatFlinkKnows(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }

  @Test
  void absentPartsStayAbsent() throws IOException {
    var capture =
        new Capture(
            "a",
            "a.html",
            null,
            Instant.ofEpochSecond(1_900_000_000L, 5),
            MediaKind.HTML,
            null,
            new byte[] {1, 2},
            new Stated(null, List.of("A. Writer"), null, "en", null, null));
    var back = copy(Document.of(capture), Document.class);
    assertThat(back.rejection()).isNull();
    assertThat(back.capture()).usingRecursiveComparison().isEqualTo(capture);
    var leaving = new Membership("story", "article", null, null);
    assertThat(copy(leaving, Membership.class)).isEqualTo(leaving);
  }

  @Test
  void stateOfAnotherShapeIsRefused() {
    assertThatThrownBy(() -> Steps.checkShape("old", Steps.ARTICLE_SHAPE))
        .hasMessageContaining("read its captures again");
  }

  private static <T> T copy(T value, Class<T> type) throws IOException {
    var serializer = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    var out = new DataOutputSerializer(256);
    serializer.serialize(value, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }
}
