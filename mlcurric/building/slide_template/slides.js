// A slide is planned to fit. Where the estimate was wrong, a card goes on in a second column, as a newspaper does, and
// what is still too large is made smaller rather than cut off.
const SMALLEST = 0.5;

function fit(slide) {
  const { width, height } = Reveal.getConfig();
  const isTooLarge = (zoom) => slide.scrollHeight * zoom > height || slide.scrollWidth * zoom > width + 1;
  if (isTooLarge(1)) {
    slide.querySelectorAll(".jp-RenderedHTML:has(> article)").forEach((card) => card.classList.add("in-columns"));
  }
  for (let zoom = 1; isTooLarge(zoom) && zoom > SMALLEST; ) {
    zoom -= 0.04;
    slide.style.zoom = zoom.toFixed(2);
    slide.style.width = `${width / zoom}px`;
  }
}

Reveal.initialize({
  width: 1280,
  height: 720,
  margin: 0,
  center: false,
  hash: true,
  navigationMode: "linear",
  slideNumber: "c/t",
  transition: "none",
  pdfMaxPagesPerSlide: 1,
  plugins: [RevealNotes],
});
// On paper all slides are there at once.
Reveal.on("pdf-ready", () => document.querySelectorAll(".slides section:not(.stack)").forEach(fit));
for (const event of ["ready", "slidechanged"]) {
  Reveal.on(event, ({ currentSlide }) => document.fonts.ready.then(() => fit(currentSlide)));
}
