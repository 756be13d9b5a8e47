package dev.annals.bench;

import java.util.List;
import java.util.Locale;

/** The report as a page that stands alone: bars of the steps, lines of the run. */
final class SpeedPage {

  private static final int WIDTH = 720;
  private static final int ROW = 26;
  private static final int LABEL = 130;

  private final StringBuilder page = new StringBuilder();

  private SpeedPage() {}

  static String of(SpeedReport report) {
    return new SpeedPage().write(report);
  }

  private String write(SpeedReport report) {
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append(
            "<meta name=\"viewport\" content=\"width=device-width\"><title>Annals: speed</title>")
        .append("<style>body{font:16px/1.5 system-ui,sans-serif;max-width:760px;margin:2em auto;")
        .append("padding:0 1em;color:#1b1b1b;background:#fff}svg{max-width:100%;height:auto}")
        .append("table{border-collapse:collapse}td,th{padding:.1em .8em;text-align:right}")
        .append(
            "td:first-child,th:first-child{text-align:left}text{font:13px system-ui,sans-serif;")
        .append("fill:currentColor}.step{fill:#2b6cb0}.floor{fill:#b7791f}.line{fill:none;")
        .append("stroke:#2b6cb0;stroke-width:2}.memory{fill:none;stroke:#b7791f;stroke-width:2;")
        .append("stroke-dasharray:6 4}@media(prefers-color-scheme:dark){body{color:#eee;")
        .append("background:#181818}.step{fill:#63b3ed}.floor{fill:#f6ad55}.line{stroke:#63b3ed}")
        .append(".memory{stroke:#f6ad55}}</style></head><body><h1>Speed</h1><p>")
        .append(escape(report.what()))
        .append("</p>");
    var whole = report.whole();
    if (whole != null) {
      facts(report, whole);
      page.append("<h2>The run, by tenths</h2>");
      tenths(whole.tenths());
    }
    page.append("<h2>CPU milliseconds per article</h2>");
    bars(report.steps());
    table(report);
    return page.append("</body></html>\n").toString();
  }

  private void facts(SpeedReport report, WholeRun.Result whole) {
    page.append("<table>");
    row("articles", String.format(Locale.ROOT, "%,d", whole.articles()));
    row("stories", String.format(Locale.ROOT, "%,d", whole.stories()));
    row(
        "articles a second on " + report.threads() + " threads",
        decimal(whole.articles() / whole.seconds()));
    row("CPU milliseconds per article", decimal(whole.cpuSeconds() * 1000 / whole.articles()));
    row("peak resident memory, MB", decimal(whole.peakMegabytes()));
    if (report.helpSeconds() > 0) {
      row("help, seconds", decimal(report.helpSeconds()));
      row("three small files, seconds", decimal(report.threeFilesSeconds()));
    }
    page.append("</table>");
  }

  private void row(String name, String value) {
    page.append("<tr><td>").append(escape(name)).append("</td><td>").append(value);
    page.append("</td></tr>");
  }

  /** Articles per CPU second as a line, resident memory as a dashed one. */
  private void tenths(List<WholeRun.Tenth> tenths) {
    double[] rates =
        tenths.stream().mapToDouble(t -> t.articles() / Math.max(1e-9, t.cpuSeconds())).toArray();
    double[] memory = tenths.stream().mapToDouble(WholeRun.Tenth::megabytes).toArray();
    int height = 220;
    page.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(height + 50);
    page.append("\" role=\"img\" aria-label=\"articles per CPU second and memory by tenth\">");
    line("line", rates, height);
    line("memory", memory, height);
    text(0, height + 42, "solid: articles per CPU second, up to " + decimal(most(rates)));
    text(WIDTH / 2, height + 42, "dashed: resident MB, up to " + decimal(most(memory)));
    page.append("</svg>");
  }

  private void line(String kind, double[] values, int height) {
    double most = Math.max(1e-9, most(values));
    page.append("<polyline class=\"").append(kind).append("\" points=\"");
    for (int i = 0; i < values.length; i++) {
      double x = 10 + (WIDTH - 20) * (values.length == 1 ? 0.5 : i / (values.length - 1.0));
      double y = 10 + height * (1 - values[i] / most);
      page.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    page.append("\"/>");
  }

  private static double most(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private void bars(List<StepTimes.Step> steps) {
    double most = steps.stream().mapToDouble(StepTimes.Step::cpuMillis).max().orElse(1);
    page.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(steps.size() * ROW + 6);
    page.append("\" role=\"img\" aria-label=\"CPU milliseconds of each step\">");
    int y = 4;
    for (StepTimes.Step step : steps) {
      double width = (WIDTH - LABEL - 90) * step.cpuMillis() / most;
      text(0, y + 15, step.name());
      page.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
              step.floor() ? "floor" : "step",
              LABEL,
              y,
              Math.max(1, width),
              ROW - 6));
      text((int) (LABEL + width + 8), y + 15, decimal(step.cpuMillis()));
      y += ROW;
    }
    page.append("</svg>");
  }

  private void text(int x, int y, String text) {
    page.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\">");
    page.append(escape(text)).append("</text>");
  }

  private void table(SpeedReport report) {
    page.append("<table><tr><th>step</th><th>CPU ms</th><th>allocated KB</th></tr>");
    for (StepTimes.Step step : report.steps()) {
      page.append("<tr><td>").append(escape(step.name()));
      page.append(step.floor() ? " (to compare with)" : "").append("</td><td>");
      page.append(decimal(step.cpuMillis())).append("</td><td>");
      page.append(decimal(step.kilobytes())).append("</td></tr>");
    }
    page.append("</table><h2>Ratios</h2><table>");
    report.ratios().forEach((name, ratio) -> row(name, decimal(ratio)));
    page.append("</table>");
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%,.1f", value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
