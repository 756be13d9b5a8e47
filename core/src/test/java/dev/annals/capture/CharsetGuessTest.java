package dev.annals.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {

  @ParameterizedTest
  @CsvSource({
    "windows-1252, Die Fähre sank am Dienstag vor der Küste – niemand wurde verletzt.",
    "windows-1252, Le quai a été fermé après la chute d’une grue à Port-Sorel.",
    "windows-1250, Prom zatonął we wtorek w pobliżu wybrzeża i nikt nie został ranny.",
    "windows-1251, Паром затонул во вторник у побережья никто не пострадал.",
    "KOI8-R, Паром затонул во вторник у побережья никто не пострадал.",
    "windows-1253, Το πλοίο βυθίστηκε την Τρίτη κοντά στην ακτή.",
    "Shift_JIS, フェリーは火曜日に海岸の近くで沈没しました。けが人はいませんでした。",
    "EUC-KR, 여객선이 화요일 해안 근처에서 침몰했지만 다친 사람은 없었다.",
    "GB18030, 渡轮星期二在海岸附近沉没，没有人受伤。",
  })
  void guessesTheCharsetInWhichWordsAreWords(String charset, String text) {
    var decoded = Charsets.decode(text.getBytes(Charset.forName(charset)), null, false);
    assertThat(decoded.text()).isEqualTo(text);
  }

  @Test
  void keepsUtf8WithAFewBrokenBytes() {
    byte[] bytes = "Die Fähre sank vor der Küste, sagte Jörg Möller. x".getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xff;
    var decoded = Charsets.decode(bytes, null, false);
    assertThat(decoded.text()).isEqualTo("Die Fähre sank vor der Küste, sagte Jörg Möller. \uFFFD");
    assertThat(decoded.disagreement()).isEqualTo("UTF-8 with broken bytes");
  }
}
