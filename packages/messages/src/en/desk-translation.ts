/** What the page of translations says. */
export const deskTranslation = {
  open: 'Translations',
  title: (ref: string) => `Translations of ${ref}`,
  lead: 'The organisations work in three languages. A translation names the wording that it was made of; when the original changes, it is out of date until somebody translates it again. Readers see the original.',
  fields: { title: 'Title', text: 'Text as issued', criterion: 'Met when' },
  original: 'Original',
  languages: { en: 'English', ru: 'Russian', kk: 'Kazakh' },
  states: { current: 'up to date', outdated: 'out of date', missing: 'not translated' },
  by: (who: string, when: string) => `${who}, ${when}`,
  madeOf: 'The original said then:',
  into: (field: string, language: string) => `${field} in ${language}`,
  record: (language: string) => `Keep the ${language} text`,
  label: (field: string, language: string) => `Keep the ${language} text: ${field}`,
  done: { record: 'Kept. The wording that it was made of is kept with it.' },
  missing: 'Write the translation.',
  moved:
    'The original or this translation was changed since you opened the page. Both stand here as they are now, and what you typed is below: compare, and keep it again.',
} as const
