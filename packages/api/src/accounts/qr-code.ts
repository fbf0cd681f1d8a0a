import { encode } from 'uqr'

/**
 * A QR code as SVG: black on white whatever the theme (a camera reads it), four modules of quiet zone.
 * @param title read out in place of the picture; plain text
 */
export function formatQrCode(content: string, title: string): string {
  const { data, size } = encode(content, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" shape-rendering="crispEdges">` +
    `<title>${formatText(title)}</title><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const formatText = (text: string) => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
