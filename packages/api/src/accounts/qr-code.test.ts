import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { formatQrCode } from './qr-code.ts'

test('the picture has one dark square for each dark module, on white, with a quiet zone of four', () => {
  const content =
    'otpauth://totp/Waymark:analyst%40waymark.example.org?secret=JBSWY3DPEHPK3PXP&issuer=Waymark'
  const { data, size } = encode(content, { ecc: 'M', border: 4 })
  const svg = formatQrCode(content, 'Code <1>')
  const squares = [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  expect(squares).toHaveLength(data.flat().filter(Boolean).length)
  for (const [x, y] of squares) {
    expect(data[y]?.[x]).toBe(true)
    expect(Math.min(x, y, size - 1 - x, size - 1 - y)).toBeGreaterThanOrEqual(4)
  }
  expect(svg).toContain('<title>Code &lt;1&gt;</title>')
  expect(svg).not.toContain('analyst')
})
