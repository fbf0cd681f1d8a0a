import {
  type Block,
  getTitle,
  listNotes,
  type Run,
  type Text,
  type TextDocument,
  toText,
} from '../documents/document.ts'

/**
 * A document as one HTML page that needs nothing beside itself: no script, no other file, its footnotes at its end with links both ways. It
 * prints well. The same document makes the same bytes.
 *
 * @param words what the footnotes are called, and the way back from one
 */
export function buildHtml(
  document: TextDocument,
  words: { readonly notes: string; readonly back: (number: number) => string },
): Uint8Array<ArrayBuffer> {
  let numbered = 0
  const number = () => {
    numbered += 1
    return numbered
  }
  const say = (text: Text) => text.map((run) => buildRun(run, number)).join('')
  const title = say(getTitle(document))
  const body = document.blocks.map((block) => buildBlock(block, say)).join('\n')
  const notes = listNotes(document)
    .map(
      (note, i) =>
        `<li id="note-${i + 1}">${say(note)} <a href="#to-note-${i + 1}" aria-label="${escapeHtml(words.back(i + 1))}">↩</a></li>`,
    )
    .join('\n')
  const html = `<!doctype html>
<html lang="${escapeHtml(document.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(document.title)}</title>
<style>${sheet}</style>
</head>
<body>
<main>
<p class="kicker">${say(toText(document.kicker))}</p>
<h1>${title}</h1>
${body}
${notes === '' ? '' : `<section class="notes"><h2>${escapeHtml(words.notes)}</h2><ol>\n${notes}\n</ol></section>`}
</main>
<footer>${say(toText(document.footer))}</footer>
</body>
</html>
`
  return new TextEncoder().encode(html)
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)

function buildRun({ text, strong, href, lang, note }: Run, number: () => number): string {
  const said =
    lang === undefined ? escapeHtml(text) : `<span lang="${escapeHtml(lang)}">${escapeHtml(text)}</span>`
  const loud = strong === true ? `<strong>${said}</strong>` : said
  const linked = href === undefined ? loud : `<a href="${escapeHtml(href)}">${loud}</a>`
  if (note === undefined) return linked
  const n = number()
  return `${linked}<sup><a id="to-note-${n}" href="#note-${n}">${n}</a></sup>`
}

function buildBlock(block: Block, say: (text: Text) => string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${say(toText(block.text))}</h${block.level}>`
    case 'paragraph':
      return `<p${block.style === 'body' ? '' : ` class="${block.style}"`}>${say(block.text)}</p>`
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${say(item)}</li>`).join('\n')}\n</ul>`
    case 'table': {
      const heads = block.columns.map(({ head }) => `<th scope="col">${escapeHtml(head)}</th>`).join('')
      const rows = block.rows.map(
        ([first = [], ...rest]) =>
          `<tr><th scope="row">${say(first)}</th>${rest.map((cell) => `<td>${say(cell)}</td>`).join('')}</tr>`,
      )
      return `<div class="wide"><table><caption>${escapeHtml(block.caption)}</caption><thead><tr>${heads}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`
    }
    case 'bar':
      return buildBar(block)
  }
}

/** The bar as a picture with words for it. */
function buildBar({ parts, alt }: Extract<Block, { kind: 'bar' }>): string {
  const sum = parts.reduce((all, { count }) => all + count, 0)
  let x = 0
  const stretches = parts
    .filter(({ count }) => count > 0)
    .map(({ count, colour }) => {
      const width = (count / sum) * 640
      const stretch = `<rect x="${x.toFixed(2)}" y="0.5" width="${width.toFixed(2)}" height="15" fill="${escapeHtml(colour)}" stroke="#14191d"/>`
      x += width
      return stretch
    })
  return `<svg class="bar" role="img" aria-label="${escapeHtml(alt)}" viewBox="-1 0 642 16">${stretches.join('')}</svg>`
}

const sheet = `
:root { color-scheme: light dark; --ink: #14191d; --quiet: #4a5258; --rule: #737b81; --accent: #1d4c68; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebed; --quiet: #b3bbc0; --rule: #737b81; --accent: #9ccbe6; --paper: #14191d; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Source Sans 3", Calibri, Carlito, system-ui, sans-serif; }
main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2rem 0 .5rem; color: var(--accent); }
h3 { font-size: 1.08rem; margin: 1.5rem 0 .35rem; }
p, ul { margin: 0 0 .6rem; }
ul { padding-left: 1.2rem; }
a { color: var(--accent); }
sup { line-height: 0; }
.kicker, .small, caption, footer, .notes li { color: var(--quiet); font-size: .88rem; }
.lead { font-size: 1.15rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--rule); }
tbody th { font-weight: 400; }
.bar { width: 100%; height: auto; margin: .25rem 0 .6rem; }
.notes { border-top: 1px solid var(--rule); margin-top: 2.5rem; }
footer { border-top: 1px solid var(--rule); }
@media print {
  :root { --ink: #000; --quiet: #333; --accent: #1d4c68; --paper: #fff; color-scheme: light; }
  @page { size: A4; margin: 18mm 19mm; }
  body { font-size: 10pt; }
  main, footer { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  .notes a[aria-label] { display: none; }
}
`
