package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletsTest {

  @Test
  void oneOutletUnderTwoNames() {
    var outlets = Outlets.standard();
    assertThat(outlets.named("the associated press")).isEqualTo(outlets.named("AP"));
    assertThat(outlets.at("https://www.bbc.co.uk/news/1")).isEqualTo(outlets.named("BBC News"));
    assertThat(outlets.at("https://nobody.example/1")).isNull();
    assertThat(outlets.at("no url at all")).isNull();
  }

  @Test
  void aUsersOwnLinesWin(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("outlets.txt");
    Files.writeString(file, "# ours\nHarbour Post | The Post | harbourpost.example\n");
    var outlets = Outlets.with(file);
    assertThat(outlets.named("the post").name()).isEqualTo("Harbour Post");
    assertThat(outlets.at("https://live.harbourpost.example/x").name()).isEqualTo("Harbour Post");
  }

  @Test
  void everyNameStandsOnceAndEveryZoneExists() {
    var lines = dev.annals.text.TextResources.lines(Outlets.class, "outlets.txt");
    var names = lines.stream().map(l -> l.split("\\|")[0].strip()).toList();
    assertThat(names).doesNotHaveDuplicates();
    for (String line : lines) {
      var zone = line.split("\\|", -1)[4].strip();
      if (!zone.isEmpty()) {
        assertThat(java.time.ZoneId.of(zone)).isNotNull();
      }
    }
  }
}
