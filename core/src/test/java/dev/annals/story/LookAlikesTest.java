package dev.annals.story;

import static dev.annals.story.StoriesTest.features;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that are told in the same words and are not the same, and one event told in many ways. */
class LookAlikesTest {

  private final Stories stories = new Stories();

  private void add(String id, @Nullable String title, @Nullable String published, String text) {
    stories.add(features(id, title, published, text));
  }

  private Optional<String> story(String id) {
    stories.settle();
    return stories.storyOf(id);
  }

  /** Other news, so that words of the cases are not the only ones the stream knows. */
  @BeforeEach
  void otherNews() {
    add("other-1", "Ferry runs aground", "2031-03-04", StoriesTest.FERRY);
    add("other-2", "Museum burns", "2031-03-04", StoriesTest.MUSEUM);
    add(
        "other-3",
        "Parliament passes water bill",
        "2031-03-05",
        "Westland's parliament passed the water bill by 71 votes to 48 on Wednesday. Farmers'"
            + " unions said the levy on wells would ruin small holdings in the Tarn valley.");
  }

  @Test
  void twoCourtDaysOfOneCaseAreTwoEvents() {
    add(
        "opening-1",
        "Trial of former mayor opens in Port Ansel",
        "2031-03-03",
        "The trial of Port Ansel's former mayor Bram Oduya opened on Monday. Prosecutors read the"
            + " indictment: he is charged with taking 300,000 crowns from a dredging firm. Oduya"
            + " pleaded not guilty.");
    add(
        "opening-2",
        "Oduya pleads not guilty to bribery",
        "2031-03-03",
        "Bram Oduya, once mayor of Port Ansel, pleaded not guilty as his bribery trial began on"
            + " Monday. The indictment says that a dredging firm paid him 300,000 crowns.");
    add(
        "sentence-1",
        "Former mayor Oduya jailed for four years",
        "2031-05-16",
        "A court in Port Ansel sentenced former mayor Bram Oduya to four years in prison on Friday"
            + " for bribery. Judge Sanna Whitlock said he had sold his office. His lawyers will"
            + " appeal.");
    add(
        "sentence-2",
        "Four years in prison for Bram Oduya",
        "2031-05-16",
        "Former Port Ansel mayor Bram Oduya must go to prison for four years. Judge Sanna Whitlock"
            + " handed down the sentence on Friday; his lawyers announced an appeal.");

    assertThat(story("opening-2")).isEqualTo(story("opening-1"));
    assertThat(story("sentence-2")).isEqualTo(story("sentence-1"));
    assertThat(story("sentence-1")).isNotEqualTo(story("opening-1"));
  }

  @Test
  void gamesOfOneTeamAreTwoEvents() {
    add(
        "first-1",
        "Karsk Rovers beat Tarn United 3-1",
        "2031-03-02",
        "Karsk Rovers beat Tarn United 3-1 on Sunday. Leif Amado scored twice before the break and"
            + " Jonas Pruett added a third; Tarn's goal came from a penalty.");
    add(
        "second-1",
        "Karsk Rovers lose at Varnby",
        "2031-03-09",
        "Karsk Rovers lost 2-0 at Varnby City on Sunday. Leif Amado hit the post and was later sent"
            + " off; Varnby's goals came from Niko Brandt.");
    add(
        "first-2",
        "Amado double sinks Tarn United",
        "2031-03-02",
        "Two goals by Leif Amado gave Karsk Rovers a 3-1 win over Tarn United on Sunday. Jonas"
            + " Pruett got the other before Tarn scored from the penalty spot.");
    add(
        "second-2",
        "Brandt scores two as Varnby beat Karsk",
        "2031-03-09",
        "Niko Brandt scored both goals as Varnby City beat Karsk Rovers 2-0 on Sunday. Rovers ended"
            + " with ten men after Leif Amado was sent off.");

    assertThat(story("first-2")).isEqualTo(story("first-1"));
    assertThat(story("second-2")).isEqualTo(story("second-1"));
    assertThat(story("first-1")).isNotEqualTo(story("second-1"));
  }

  @Test
  void daysOfASiegeThatShareADigitAreTwoEvents() {
    add(
        "day-2",
        "Day 2: Tarn dam workers stay in the tunnel",
        "2031-03-04",
        "On day 2 of their sit-in, 40 workers of the Tarn dam stayed in the tunnel. The company"
            + " refused to talk about the unpaid wages.");
    add(
        "day-21",
        "Day 21: police clear the Tarn dam tunnel",
        "2031-03-23",
        "On day 21 police entered the tunnel of the Tarn dam and led out the last nine workers. The"
            + " company said that wages would be paid in April.");

    assertThat(story("day-21")).isNotEqualTo(story("day-2"));
  }

  @Test
  void onePersonInTwoEventsOfADay() {
    add(
        "bridge-1",
        "Minister Aldana opens Karsk bridge",
        "2031-03-04",
        "Transport minister Petra Aldana opened the new bridge over the Karsk on Tuesday. It cost"
            + " 80 million crowns and carries trams as well as cars. Work began six years ago and"
            + " was held up twice by floods. Shopkeepers on the east bank hope that the trams will"
            + " bring back customers who were lost when the old span was closed.");
    add(
        "book-1",
        "Aldana sues over biography",
        "2031-03-04",
        "Transport minister Petra Aldana has sued the publisher of a biography that calls her a"
            + " smuggler's daughter. The court in Varnby confirmed on Tuesday that it had received"
            + " the complaint. The author, Milo Strand, says that he has letters and two witnesses."
            + " The publisher has printed 20,000 copies, and the first chapter is to be read on the"
            + " radio.");
    add(
        "bridge-2",
        "Trams roll over new Karsk bridge",
        "2031-03-04",
        "Trams and cars crossed the new Karsk bridge for the first time on Tuesday, after minister"
            + " Petra Aldana had cut the ribbon. The bridge cost 80 million crowns and took six"
            + " years, two of them lost to floods. On the east bank, shopkeepers waited for"
            + " customers with coffee and cake.");
    add(
        "book-2",
        "Publisher stands by Aldana biography",
        "2031-03-04",
        "The publisher of a biography of Petra Aldana said on Tuesday that it stood by the book,"
            + " which says that the minister's father was a smuggler. Aldana has sued in Varnby."
            + " Its author, Milo Strand, quotes from letters and names two witnesses. 20,000 copies"
            + " have gone to the shops.");

    assertThat(story("bridge-2")).isEqualTo(story("bridge-1"));
    assertThat(story("book-2")).isEqualTo(story("book-1"));
    assertThat(story("book-1")).isNotEqualTo(story("bridge-1"));
  }

  @Test
  void twentyUpdatesOfOneOutletAreOneStory() {
    String[] news = {
      "The first tug has a line on the ferry.",
      "A second tug is on its way from Port Ansel.",
      "High water is at 16:40, the coastguard says.",
      "Passengers are being given soup in the school of Kestrel.",
      "The line has parted; nobody is hurt.",
      "Divers look at the hull.",
      "The hull has a crack of two metres, divers report.",
      "The owner says that 40 tonnes of fuel are being pumped off.",
      "Both tugs pull again.",
      "The Marlin Star is afloat."
    };
    var text = new StringBuilder(StoriesTest.FERRY);
    for (int i = 0; i < 20; i++) {
      text.insert(0, news[i % news.length] + " Update " + (i + 1) + ". ");
      add(
          "update-" + i,
          "Ferry aground: " + news[i % news.length],
          "2031-03-04T%02d:10Z".formatted(i),
          text.toString());
    }
    for (int i = 1; i < 20; i++) {
      assertThat(story("update-" + i)).as("update %d", i).isEqualTo(story("update-0"));
    }
  }

  @Test
  void aLiveBlogOverThreeDaysIsInTheStoryOfItsEvent() {
    add("report-1", "Tugs sent to ferry", "2031-03-04", StoriesTest.FERRY_AGAIN);
    add(
        "blog",
        "Live: the stranding of the Marlin Star",
        "2031-03-06T21:00Z",
        "Thursday, 20:55. The Marlin Star is in dock in Port Ansel. Wednesday, 17:10. Two tugs have"
            + " pulled the ferry off the rocks at Kestrel Point. Wednesday, 16:40. High water."
            + " Tuesday, 9:30. Harbour master Ilse Brandvold says that all 214 passengers are off"
            + " the vessel and nobody is hurt. Tuesday, 6:05. The ferry Marlin Star has run aground"
            + " off Kestrel Point.");

    assertThat(story("blog")).isEqualTo(story("other-1"));
  }

  @Test
  void aGalleryWithHardlyAnyTextFindsItsEvent() {
    add(
        "gallery",
        "In pictures: ferry Marlin Star on the rocks at Kestrel Point",
        "2031-03-04",
        "Passengers leave the ferry Marlin Star off Kestrel Point. Tugs from Port Ansel beside the"
            + " ferry.");

    assertThat(story("gallery")).isEqualTo(story("other-1"));
  }

  @Test
  void otherLanguagesFindTheirOwn() {
    add(
        "de-1",
        "Erdrutsch verschüttet Bahnstrecke bei Halden",
        "2031-03-04",
        "Ein Erdrutsch hat am Dienstag die Bahnstrecke bei Halden verschüttet. Der Bürgermeister"
            + " Jorn Ekeby sagte, niemand sei verletzt worden; die Aufräumarbeiten dauerten zwei"
            + " Wochen.");
    add(
        "de-2",
        "Bahnstrecke bei Halden nach Erdrutsch gesperrt",
        "2031-03-04",
        "Nach einem Erdrutsch bei Halden ist die Bahnstrecke für zwei Wochen gesperrt. Verletzt"
            + " wurde niemand, wie Bürgermeister Jorn Ekeby am Dienstag mitteilte.");
    add(
        "de-3",
        "Brand im Textilmuseum von Varnby",
        "2031-03-04",
        "Ein Feuer hat das Dach des Textilmuseums in Varnby zerstört. Die Webstühle im Erdgeschoss"
            + " seien gerettet, sagte die Kuratorin Odalys Mercado.");

    assertThat(story("de-2")).isEqualTo(story("de-1"));
    assertThat(story("de-3")).isNotEqualTo(story("de-1"));
  }

  @Test
  void aLateReportAndAnUndatedOneFindTheirEvent() {
    for (int day = 6; day < 28; day++) {
      add(
          "filler-" + day,
          "Council debates item " + day,
          "2031-03-%02d".formatted(day),
          "The council of district " + day + " debated its budget and adjourned at night.");
    }
    add("late", "Tugs sent to ferry", "2031-03-04", StoriesTest.FERRY_AGAIN);
    add("undated", null, null, StoriesTest.FERRY_AGAIN.replace("on Tuesday", "later"));

    assertThat(story("late")).isEqualTo(story("other-1"));
    assertThat(story("undated")).isEqualTo(story("other-1"));
  }

  @Test
  void identicalSentencesAboutTwoQuakesWithoutDatesStayApart() {
    add(
        "quake-1",
        null,
        null,
        "An earthquake of magnitude 5.8 struck near Halden, killing at least 12 people, the"
            + " seismological institute said. Rescue workers were searching the rubble of the old"
            + " town.");
    add(
        "quake-2",
        null,
        null,
        "An earthquake of magnitude 6.4 struck near Ostrava Bay, killing at least 31 people, the"
            + " seismological institute said. Rescue workers were searching the rubble of the"
            + " harbour quarter.");

    assertThat(story("quake-2")).isNotEqualTo(story("quake-1"));
  }
}
