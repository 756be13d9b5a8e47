package dev.annals.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetNamesTest {

  @ParameterizedTest
  @CsvSource({
    "gb2312, GB18030, 閘門於星期二發生故障",
    "Shift_JIS, windows-31j, 閘門①㈱が故障",
    "euc-kr, x-windows-949, 갑문이 똠방 고장",
    "iso-8859-1, windows-1252, “Gate” – fails…",
    "iso-8859-9, windows-1254, “Kapı” bozuldu",
    "utf-16, UTF-8, Gäte fails"
  })
  void readsANameAsBrowsersDo(String named, String written, String text) {
    byte[] page =
        ("<html><head><meta charset=\"" + named + "\"></head>" + text)
            .getBytes(Charset.forName(written));

    assertThat(Charsets.decode(page, null, true).text()).endsWith(text);
  }

  @ParameterizedTest
  @CsvSource({"l1, windows-1252", "ms_kanji, windows-31j", "macintosh, x-MacRoman"})
  void readsOtherNamesOfThem(String named, String meant) {
    byte[] bytes = "Gäte".getBytes(Charset.forName("ISO-8859-1"));

    assertThat(Charsets.decode(bytes, named, false).charset()).isEqualTo(meant);
  }

  /** Servers name it for whatever they have. */
  @ParameterizedTest
  @CsvSource({"iso-8859-1", "us-ascii", "windows-1251"})
  void readsUtf8ThatIsSentAsASetOfSingleBytes(String sent) {
    byte[] bytes = "Gäte – “fails”".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    var decoded = Charsets.decode(bytes, sent, true);

    assertThat(decoded.text()).isEqualTo("Gäte – “fails”");
    assertThat(decoded.disagreement()).endsWith("but is UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"UTF-32LE", "UTF-32BE"})
  void readsUtf32ByItsMark(String written) {
    byte[] bytes = "\uFEFFGäte".getBytes(Charset.forName(written));

    assertThat(Charsets.decode(bytes, null, false).text()).isEqualTo("Gäte");
  }
}
