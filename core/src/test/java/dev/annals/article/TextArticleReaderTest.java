package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextArticleReaderTest {

  private static final String LEAD =
      "The ferry terminal in Port Sorrel was closed on Tuesday after a crane fell across the pier.";
  private static final String SECOND =
      "Nobody was hurt, but two ships had to wait outside the harbour for most of the night.";

  private static Article read(String text) throws IOException {
    return read(text, Stated.NOTHING);
  }

  private static Article read(String text, Stated stated) throws IOException {
    return new TextArticleReader()
        .read(
            new Capture(
                "a",
                "a.txt",
                null,
                null,
                MediaKind.PLAIN_TEXT,
                null,
                text.getBytes(StandardCharsets.UTF_8),
                stated));
  }

  private static List<String> blocks(Article article, Role role) {
    return article.blocks().stream()
        .filter(block -> block.role() == role)
        .map(block -> block.span().of(article.text()))
        .toList();
  }

  private static Picture picture(String caption) throws IOException {
    var article = read(LEAD + "\n\n" + caption + "\n\n" + SECOND);
    assertThat(article.body()).isEqualTo(LEAD + "\n\n" + SECOND);
    assertThat(article.pictures()).hasSize(1);
    var picture = article.pictures().get(0);
    assertThat(article.text().substring(picture.start(), picture.end()))
        .isEqualTo(picture.caption());
    return picture;
  }

  @Test
  void keepsTextWholeAndCoversItWithBlocks() throws IOException {
    String text = "  " + LEAD + "\r\n\r\n" + SECOND + "\n";
    var article = read(text);
    assertThat(article.text()).isEqualTo(text);
    assertThat(blocks(article, Role.PARAGRAPH)).containsExactly(LEAD, SECOND);
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.published()).isNull();
  }

  @Test
  void takesOneParagraphALine() throws IOException {
    assertThat(blocks(read(LEAD + "\n" + SECOND), Role.PARAGRAPH)).containsExactly(LEAD, SECOND);
  }

  @Test
  void joinsLinesBrokenAtAWidth() throws IOException {
    String text =
        "The ferry terminal in Port Sorrel was closed on\nTuesday after a crane fell across the pier and\n"
            + "blocked the only road to the ships that were\nwaiting there.\n\nNobody was hurt, the harbour master said late\n"
            + "in the evening, but two ships had to wait\noutside.";
    assertThat(blocks(read(text), Role.PARAGRAPH)).hasSize(2);
  }

  @Test
  void takesTheDayFromALeadingStamp() throws IOException {
    var article = read("date 2031-03-04 " + LEAD);
    assertThat(article.published()).isEqualTo("2031-03-04");
    assertThat(article.publishedFrom()).isEqualTo("date-stamp");
    assertThat(blocks(article, Role.DATELINE)).containsExactly("date 2031-03-04");
    assertThat(article.body()).isEqualTo(LEAD);
  }

  @Test
  void readsUpdateStampWithTwoClocksOnTwoDays() throws IOException {
    var article =
        read(
            "date 2031-03-04 "
                + LEAD
                + "\n\nLast Update: Wednesday, 05 March 2031 KSA 02:10 - GMT 23:10");
    assertThat(article.modified()).isEqualTo("2031-03-04T23:10Z");
    assertThat(article.published()).isEqualTo("2031-03-04");
    assertThat(read(LEAD + "\n\nUpdated: March 5, 2031 10:15 p.m. EST").modified())
        .isEqualTo("2031-03-05T22:15-05:00");
    assertThat(read(LEAD + "\n\nLast updated 5 March 2031").modified()).isEqualTo("2031-03-05");
    assertThat(read(LEAD + "\n\nLast updated 08:00 Zulu 9 Mar 2031 / 04:00 GMT").modified())
        .isEqualTo("2031-03-09T04:00Z");
  }

  @Test
  void partsCaptionAgencyAndPhotographer() throws IOException {
    var picture = picture("Workers clear the pier at Port Sorrel on March 4, 2031. (AFP)");
    assertThat(picture.credit()).isEqualTo("AFP");
    assertThat(picture.photographer()).isNull();
    assertThat(picture.caption())
        .isEqualTo("Workers clear the pier at Port Sorrel on March 4, 2031.");

    picture = picture("Workers clear the pier at Port Sorrel, March 4, 2031. REUTERS/Ada Banner");
    assertThat(picture.credit()).isEqualTo("Reuters");
    assertThat(picture.photographer()).isEqualTo("Ada Banner");

    picture = picture("Workers clear the pier at Port Sorrel, March 4, 2031 REUTERS/Ada Banner");
    assertThat(picture.photographer()).isEqualTo("Ada Banner");
    assertThat(picture.caption()).endsWith("2031");

    picture = picture("Workers clear the pier. Image: Getty.");
    assertThat(picture.credit()).isEqualTo("Getty");

    picture = picture("Workers clear the pier. (Photo: Ada Banner, AP)");
    assertThat(picture.credit()).isEqualTo("AP");
    assertThat(picture.photographer()).isEqualTo("Ada Banner");

    picture = picture("Workers clear the pier. (AP Photo/Ada Banner)");
    assertThat(picture.credit()).isEqualTo("AP");
    assertThat(picture.photographer()).isEqualTo("Ada Banner");

    picture = picture("Workers clear the pier. Ada Banner/AP Photo");
    assertThat(picture.credit()).isEqualTo("AP");

    picture = picture("Workers clear the pier. Photo by Ada Banner/Getty Images");
    assertThat(picture.credit()).isEqualTo("Getty Images");
    assertThat(picture.photographer()).isEqualTo("Ada Banner");

    picture = picture("Workers clear the pier. Photograph: Ada Banner/The Sorrel Gazette");
    assertThat(picture.credit()).isEqualTo("The Sorrel Gazette");
    assertThat(picture.photographer()).isEqualTo("Ada Banner");

    picture = picture("Workers clear the pier. [Ada Banner/AFP via Getty Images]");
    assertThat(picture.credit()).isEqualTo("AFP via Getty Images");
    assertThat(picture.photographer()).isEqualTo("Ada Banner");

    picture = picture("FILE PHOTO: The pier at Port Sorrel. (Supplied)");
    assertThat(picture.caption()).isEqualTo("The pier at Port Sorrel.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "Credit: AFP; AFP; -",
        "(Image: PA); PA; -",
        "| Photo Credit: PTI; PTI; -",
        "— AFP; AFP; -",
        "/ AFP; AFP; -",
        "– Reuters pic; Reuters; -",
        "(c) Reuters; Reuters; -",
        "© Getty Images; Getty Images; -",
        "(Reuters/File); Reuters; -",
        "(AP file photo); AP; -",
        "(Courtesy: Norland Police); Norland Police; -",
        "AFP PHOTO / Ada Banner; AFP; Ada Banner",
        "EPA-EFE/Ada Banner; EPA-EFE; Ada Banner",
        "[Photo by Ada Banner/Harbour Daily]; Harbour Daily; Ada Banner",
        "(AAP: Ada Banner); AAP; Ada Banner",
        "(Norland News: Ada Banner); Norland News; Ada Banner",
        "Ada Banner | AP; AP; Ada Banner",
        "Ada Banner — The Gazette via AP; The Gazette via AP; Ada Banner",
        "Photo by Ada Banner for the Harbour Post; Harbour Post; Ada Banner",
        "Credit...Ada Banner for The Harbour Times; The Harbour Times; Ada Banner",
        "Image: Supplied.; Supplied; -",
        "Photo / Ada Banner; -; Ada Banner",
      })
  void knowsCreditLinesOfManyHouses(String line, String credit, String photographer)
      throws IOException {
    var picture = picture("Workers clear the pier at Port Sorrel. " + line);
    assertThat(picture.caption()).isEqualTo("Workers clear the pier at Port Sorrel.");
    assertThat(picture.credit()).isEqualTo(credit);
    assertThat(picture.photographer()).isEqualTo(photographer);
  }

  @Test
  void takesCreditFromALineOfItsOwn() throws IOException {
    var picture = picture("Workers clear the pier at Port Sorrel\n\nGetty Images/Ada Banner");
    assertThat(picture.credit()).isEqualTo("Getty Images");
    assertThat(picture.photographer()).isEqualTo("Ada Banner");
    picture = picture("Image source, Reuters\n\nImage caption, Workers clear the pier");
    assertThat(picture.caption()).isEqualTo("Workers clear the pier");
    assertThat(picture.credit()).isEqualTo("Reuters");
  }

  @Test
  void knowsCaptionWithoutCreditAmongCaptionsWithOne() throws IOException {
    var article =
        read(
            LEAD
                + "\n\nDockers watch the crane in Port Sorrel on March 4, 2031. (AFP)\n\n"
                + SECOND
                + "\n\nDockers gather beside the fallen crane on March 4, 2031, in Port Sorrel.\n\n"
                + "The harbour master said that the pier would open again by Friday.\n\n"
                + "A diver climbs out of the water at the pier. (AFP)");
    assertThat(article.pictures()).hasSize(3);
    assertThat(article.pictures().get(1).credit()).isNull();
    assertThat(blocks(article, Role.PARAGRAPH)).hasSize(3);
  }

  @Test
  void leavesReportAloneThatNamesAnAgency() throws IOException {
    String told = "\"The pier will open by Friday,\" the harbour master told Reuters.";
    assertThat(read(LEAD + "\n\n" + told).pictures()).isEmpty();
    assertThat(read(LEAD + "\n\n" + SECOND + " \"We were lucky,\" he said. (AP)").pictures())
        .isEmpty();
  }

  @Test
  void partsRelatedHeadlinesPromotionAndSourceNotes() throws IOException {
    var article =
        read(
            LEAD
                + "\n\nFollow us on our news channel.\n\nRead more: Who owns the pier of Port Sorrel?\n\n"
                + "Watch: The crane falls. Post continues below.\n\n"
                + SECOND
                + "\n\n— With AAP.\n\nRead more:\n\nPort Sorrel ferry to get a second pier\n\n"
                + "'We heard a bang': Dockers on the night the crane fell\n\nThanks for watching!");
    assertThat(article.body()).isEqualTo(LEAD + "\n\n" + SECOND);
    assertThat(article.related())
        .containsExactly(
            "Who owns the pier of Port Sorrel?",
            "Port Sorrel ferry to get a second pier",
            "'We heard a bang': Dockers on the night the crane fell");
    assertThat(blocks(article, Role.PROMOTION)).hasSize(4);
    assertThat(article.credits()).containsExactly("AAP");
    assertThat(article.wire()).isNull();
  }

  @Test
  void setsTextInAnotherLanguageApart() throws IOException {
    var article = read(LEAD + "\n" + SECOND + "\nЕщё видео");
    assertThat(blocks(article, Role.OTHER)).containsExactly("Ещё видео");
  }

  @Test
  void findsHeadlineBylineAndDayAtTheTop() throws IOException {
    var article =
        read(
            "Crane falls across the pier of Port Sorrel\n\nBy Ada Banner and Cy Dewey\n\n"
                + "4 March 2031\n\n"
                + LEAD
                + "\n\n"
                + SECOND);
    assertThat(article.title()).isEqualTo("Crane falls across the pier of Port Sorrel");
    assertThat(article.byline()).containsExactly("Ada Banner", "Cy Dewey");
    assertThat(article.published()).isEqualTo("2031-03-04");
    assertThat(article.body()).isEqualTo(LEAD + "\n\n" + SECOND);
  }

  @Test
  void takesFirstLineThatRepeatsTheStatedTitleAsHeadline() throws IOException {
    var stated = new Stated("Crane falls across pier", List.of(), null, null, null, null);
    var article = read("Crane Falls Across Pier.\n\n" + LEAD, stated);
    assertThat(blocks(article, Role.HEADLINE)).containsExactly("Crane Falls Across Pier.");
    assertThat(article.body()).isEqualTo(LEAD);
  }

  @Test
  void knowsAgencyCopyByDatelineAndSignature() throws IOException {
    assertThat(read("PORT SORREL (AP) — The ferry terminal was closed on Tuesday.").wire())
        .isEqualTo("AP");
    assertThat(read("PORT SORREL, March 4 (UPI) -- The ferry terminal was closed.").wire())
        .isEqualTo("UPI");
    var signed = read(LEAD + " (Reporting by Ada Banner in Port Sorrel; Editing by Cy Dewey)");
    assertThat(signed.wire()).isEqualTo("Reuters");
    assertThat(signed.body()).isEqualTo(LEAD);
    assertThat(read(LEAD + "\n\n[News taken from the Sorrel Gazette]").credits())
        .containsExactly("Sorrel Gazette");
    assertThat(read(LEAD).wire()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "(AP); AP; AP",
        "— AFP; AFP; AFP",
        "Copyright 2031 The Associated Press. All rights reserved.; AP; AP",
        "With inputs from PTI; PTI; -",
        "Reuters contributed to this report.; Reuters; -",
        "This article was originally published by The Sorrel Sentinel.; The Sorrel Sentinel; -",
      })
  void knowsNotesUnderTheText(String note, String credit, String wire) throws IOException {
    var article = read(LEAD + "\n\n" + SECOND + "\n\n" + note);
    assertThat(article.body()).isEqualTo(LEAD + "\n\n" + SECOND);
    assertThat(article.credits()).containsExactly(credit);
    assertThat(article.wire()).isEqualTo(wire);
  }

  @Test
  void keepsPublicationAndUpdateOfOneLineApart() throws IOException {
    var article =
        read(LEAD + "\n\nPublished: 10:15 GMT, 4 March 2031 | Updated: 12:15 GMT, 4 March 2031");
    assertThat(article.published()).isEqualTo("2031-03-04T10:15Z");
    assertThat(article.modified()).isEqualTo("2031-03-04T12:15Z");
  }

  @Test
  void readsFiftyMillionCharactersOnOneLine() throws IOException {
    var article = read("The pier was closed. ".repeat(2_500_000));
    assertThat(article.blocks()).hasSize(1);
  }

  @Test
  void aListOfNamesHasTheLanguageOfItsHeading() throws IOException {
    var article =
        read(
            "ROWING - NORTHPORT REGATTA RESULTS\n\nResults at the regatta on Saturday\n\n"
                + "1. Ada Okoro ( Kenya ) 1:03.4\n2. Lars Fisk ( Norway ) 1:04.0\n".repeat(30));
    assertThat(article.language()).isEqualTo("en");
  }

  @Test
  void refusesTextWithNothingInIt() {
    assertThatThrownBy(() -> read(" \n\t ")).isInstanceOf(IOException.class).hasMessage("no text");
  }
}
