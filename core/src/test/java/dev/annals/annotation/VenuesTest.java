package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where something was said, and what only looks like it. */
class VenuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"We are not ready,\" the mayor told the Harbour Post on Friday. | the Harbour Post",
        "\"We are not ready,\" Mayor Ada Okoro said in an interview. | an interview",
        "At a rally in Selden, Ada Okoro called the plan \"a shame for us all.\" | a rally in Selden",
        "\"We are not ready,\" Ada Okoro said by telephone. | telephone",
        "Ada Okoro praised the Harbour Trust \"for coming up with such a plan.\" | ",
        "Ada Okoro criticized the study as \"nothing more than an advertisement for cranes.\" | ",
        "Ada Okoro said in response that the town was \"not ready for cranes.\" | ",
        "Police said they had \"adequate resources\" to guard the town during the event. | ",
        "The ban was lifted by an appeals court, and Ada Okoro called it \"a very good day.\" | "
      })
  void namesTheVenue(String text, String venue) {
    var quotes =
        new Annotator()
            .annotate(QuoteFinderTest.article(text)).quotes().stream()
                .filter(quote -> quote.kind() != QuoteKind.INDIRECT)
                .toList();
    assertThat(quotes).hasSize(1);
    assertThat(quotes.get(0).venue()).isEqualTo(venue);
  }
}
