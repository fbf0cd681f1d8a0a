const recommendations = (n: number) => `${n} ${n === 1 ? 'recommendation' : 'recommendations'}`

/** Correcting recommendations, one or many at once. */
export const deskEdit = {
  open: 'Correct the recommendation',
  title: (ref: string) => `Correct ${ref}`,
  lead: 'Readers see a correction at once. What stood before stays on record with your reason, and can still be asked for.',
  submit: 'Correct',
  name: 'Title',
  text: 'Text',
  textHint: 'As the source has it. Translations made of an earlier text are then out of date.',
  area: 'Concern area',
  criterion: 'Met when, if it is said',
  months: 'Review every … months',
  monthsHint: 'A finding is out of date after so many months: 1 to 240.',
  responsible: 'Responsible',
  missing: {
    title: 'Enter a title',
    text: 'Write the text of the recommendation',
    area: 'Choose the concern area',
    reviewEveryMonths: 'Enter the number of months',
    reason: 'Write the reason',
  },
  invalid: {
    title: 'The title may have 300 characters at most',
    reviewEveryMonths: 'Enter a whole number of months from 1 to 240',
  },
  done: 'Corrected. What was known before can still be asked for.',
  selection: {
    title: 'Change the selection',
    correct: 'Change area, review interval or who is responsible',
    correctHint: 'What you leave empty stays as each recommendation has it.',
    keep: 'As it is',
    responsibleHint:
      'Those ticked take the place of those who are responsible now. Leave all of them unticked to leave that as it is.',
    nobodyChoice: 'Nobody is responsible',
    nobodyOrSome: 'Tick “Nobody is responsible”, or those who are; not both.',
    preview: 'Show what would change',
    previewTitle: 'What would change',
    would: (n: number) => `${recommendations(n)} would change. Nothing has been written yet.`,
    unchanged: (refs: string) => `As it is, because it says so already: ${refs}`,
    nothing: 'Nothing would change: all of them say so already.',
    heads: { title: 'Recommendation', field: 'What', from: 'Now', to: 'Would say' },
    fields: { area: 'Concern area', reviewEveryMonths: 'Review every', responsible: 'Responsible' },
    months: (n: string) => `${n} months`,
    nobody: 'nobody named',
    confirm: (n: number) => `Change ${recommendations(n)}`,
    back: 'Change what was typed',
    moved:
      'One of them was changed since you looked, so nothing was written. Look at the preview again and confirm it.',
    chooseOne: 'Choose an area, a number of months, or who is responsible',
    ask: 'Ask somebody',
    askLead: (n: number) => `One person is asked to do one thing with ${recommendations(n)}, and told once.`,
    done: {
      correct: 'Changed. What was known before can still be asked for.',
      assign: 'Asked. It stands in their queue and on each of the records.',
    },
  },
} as const
