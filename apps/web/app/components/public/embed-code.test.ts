import { expect, test } from 'vitest'
import { buildEmbedCode, buildPictureAddress, buildPictureCode } from './embed-code.ts'

const site = 'https://record.example'

test('a page is shown as a frame at its own cut, in its own language', () => {
  expect(buildEmbedCode(site, '', '/one?asOf=2013-11-27&method=m1', 'One "dossier" & more')).toBe(
    '<iframe src="https://record.example/embed/one?asOf=2013-11-27&amp;method=m1" title="One &quot;dossier&quot; &amp; more" width="100%" height="320" loading="lazy"></iframe>',
  )
  expect(buildEmbedCode(site, 'milestones/signed', '/kk/one/milestones/signed?asOf=2013', 'x')).toContain(
    'src="https://record.example/kk/embed/one/milestones/signed?asOf=2013"',
  )
})

test('lists, cases and sources are not offered as frames', () => {
  for (const place of ['cases', 'recommendations', 'sources', 'milestones', 'linkage']) {
    expect(buildEmbedCode(site, place, `/one/${place}`, 'x')).toBeNull()
    expect(buildPictureCode(site, place, `/one/${place}`, 'x')).toBeNull()
  }
})

test('a page is shown as a picture that leads to it and says in words what it shows', () => {
  expect(buildPictureCode(site, '', '/ru/one?asOf=2013&method=m1', '3 "of" 4')).toBe(
    '<a href="https://record.example/ru/one?asOf=2013&amp;method=m1"><img src="https://record.example/ru/embed/one.svg?asOf=2013&amp;method=m1" alt="3 &quot;of&quot; 4" width="800"></a>',
  )
  expect(buildPictureAddress('/one/milestones/signed', 'png')).toBe('/embed/one/milestones/signed.png')
})
