import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'

/** A page with a sentence, and everything around it that says who, runs, or carries files along. */
export async function buildPdf({ canary, jpeg }: { canary: string; jpeg?: Uint8Array }): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setAuthor(canary)
  document.setTitle(canary)
  document.setProducer(canary)
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([300, 200])
  page.drawText('The draft was adopted.', { x: 20, y: 120, size: 14, font })
  if (jpeg !== undefined)
    page.drawImage(await document.embedJpg(jpeg), { x: 20, y: 20, width: 40, height: 20 })
  document.addJavaScript('open', `app.alert("${canary}")`)
  await document.attach(Buffer.from(canary), 'notes.txt', { description: canary })
  const { context } = document
  const metadata = context.stream(`<x:xmpmeta>${canary}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), context.register(metadata))
  document.catalog.set(PDFName.of('OpenAction'), buildScript(canary))
  page.node.set(PDFName.of('AA'), context.obj({ O: buildScript(canary) }))
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Maker: { Private: PDFString.of(canary) } }))
  const note = {
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    T: PDFString.of(canary),
    Contents: PDFString.of(canary),
  }
  const run = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: buildScript(canary) }
  const launch = { ...run, A: { S: 'Launch', F: PDFString.of(`${canary}.exe`) } }
  const link = { ...run, A: { S: 'URI', URI: PDFString.of('https://page.kz/law') } }
  const inner = { ...run, A: { S: 'URI', URI: PDFString.of(`javascript:${canary}`) } }
  page.node.set(PDFName.of('Annots'), context.obj([note, run, launch, link, inner]))
  // Left over from an earlier state: nothing refers to it.
  context.register(context.stream(canary))
  return document.save({ useObjectStreams: false })

  function buildScript(text: string) {
    return document.context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of(`app.alert("${text}")`) })
  }
}

/** A page as plain text, to put things around and inside. */
export const formatPdf = (inside = '', content = 'BT (x) Tj ET') => {
  const objects = [
    `1 0 obj<</Type/Catalog/Pages 2 0 R ${inside}>>endobj\n`,
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>endobj\n',
    `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\n`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object) => {
    const at = text.length
    text += object
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  return `${text}xref\n0 5\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
}
