import type { TextDocument } from '../src/documents/document.ts'

/** A document with one of everything, plainly invented. */
export const sampleDocument: TextDocument = {
  lang: 'en',
  title: 'An invented country: a brief',
  kicker: 'Country brief',
  writtenAt: '2026-11-30T10:00:00.000Z',
  footer:
    'Waymark · invented · shows 30 November 2026 · record cut-off 30 November 2026, 10:00 UTC · method m1',
  pageWords: ['Page ', ' of ', ''],
  blocks: [
    { kind: 'paragraph', style: 'lead', text: [{ text: 'On a day, none of nine is fully implemented.' }] },
    {
      kind: 'bar',
      parts: [
        { count: 2, colour: '#7199ad' },
        { count: 1, colour: '#b03410' },
        { count: 6, colour: '#f2f4f4' },
      ],
      alt: 'Limited progress 2, going backwards 1, no current finding 6.',
    },
    { kind: 'heading', level: 2, text: 'Әңгіме қағидалары ұйымдастырылған өңірде, үй ішінде һәм тұрақты' },
    {
      kind: 'paragraph',
      style: 'body',
      text: [
        { text: 'Read ' },
        { text: 'the whole record', href: 'https://example.org/record?a=1&b=2' },
        { text: ' and what was ' },
        {
          text: 'promised',
          strong: true,
          note: [
            { text: 'An invented source, 2025, ' },
            { text: 'example.org', href: 'https://example.org/s' },
            { text: '.' },
          ],
        },
        { text: '. По-русски: ' },
        { text: 'ни одна не выполнена', lang: 'ru' },
        { text: '.', note: [{ text: 'Another invented source, 2024.' }] },
      ],
    },
    { kind: 'list', items: [[{ text: 'First < second & third' }], [{ text: 'A long item. '.repeat(20) }]] },
    { kind: 'heading', level: 3, text: 'By area' },
    {
      kind: 'table',
      caption: 'How each area stands',
      columns: [
        { head: 'Area', share: 2 },
        { head: 'How it stands', share: 4 },
        { head: 'Index', share: 1 },
      ],
      rows: [
        [
          [{ text: 'Invented area' }],
          [{ text: 'limited progress 2', note: [{ text: 'A third.' }] }],
          [{ text: '10–40' }],
        ],
        [[{ text: 'Second area' }], [{ text: 'no current finding 6' }], [{ text: '0–100' }]],
      ],
    },
    { kind: 'paragraph', style: 'small', text: [{ text: 'Said at the end.' }] },
  ],
}
