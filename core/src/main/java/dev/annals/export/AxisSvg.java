package dev.annals.export;

/** A {@link TimeAxis} as SVG. */
final class AxisSvg {

  private AxisSvg() {}

  static String figure(TimeAxis axis) {
    var svg = new StringBuilder();
    svg.append("<figure class=\"axis\"><svg viewBox=\"0 0 ")
        .append(TimeAxis.WIDTH)
        .append(' ')
        .append(axis.height())
        .append("\" role=\"img\" aria-label=\"The timeline drawn; its entries are listed below\">");
    for (TimeAxis.Band band : axis.bands()) {
      svg.append("<rect x=\"" + band.x() + "\" width=\"" + band.width() + "\" height=\"3\" y=\"");
      svg.append(axis.baseline() + 2 + 4 * band.level()).append("\"/>");
    }
    line(svg, "base", 10, axis.baseline(), TimeAxis.WIDTH - 10, axis.baseline());
    for (TimeAxis.Tick tick : axis.ticks()) {
      int bottom = axis.baseline() + (tick.strong() ? 20 : 14);
      line(svg, "tick", tick.x(), axis.baseline(), tick.x(), bottom);
      text(svg, "time", tick.x() + 4, axis.baseline() + 30, tick.label());
    }
    for (TimeAxis.Label label : axis.labels()) {
      line(svg, "lead", label.lineX(), label.lineTop(), label.lineX(), label.lineBottom());
      text(svg, "label", label.x(), label.y(), label.text());
    }
    for (TimeAxis.Stack stack : axis.stacks()) {
      svg.append("<a href=\"#e" + stack.entry() + "\"><g class=\"");
      svg.append(stack.style()).append(' ').append(stack.modality()).append("\"><title>");
      svg.append(Markup.escape(stack.title())).append("</title>");
      for (int y : stack.dots()) {
        svg.append("<circle cx=\"" + stack.x() + "\" cy=\"" + y + "\" r=\"3.4\"/>");
      }
      svg.append("</g></a>");
    }
    svg.append("</svg><figcaption>Each stack is an entry, each dot an independent source. Filled:");
    svg.append(" known to the minute. Hollow: some time within the bar below.");
    if (axis.earlier() + axis.later() > 0) {
      svg.append(" Not drawn: ")
          .append(axis.earlier())
          .append(" earlier, ")
          .append(axis.later())
          .append(" later.");
    }
    return svg.append("</figcaption></figure>\n").toString();
  }

  private static void line(StringBuilder svg, String style, int x1, int y1, int x2, int y2) {
    svg.append("<line class=\"" + style + "\" x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2);
    svg.append("\" y2=\"" + y2 + "\"/>");
  }

  private static void text(StringBuilder svg, String style, int x, int y, String text) {
    svg.append("<text class=\"" + style + "\" x=\"" + x + "\" y=\"" + y + "\">");
    svg.append(Markup.escape(text)).append("</text>");
  }
}
