/** What the parts of the queue say that are about the dossier rather than about one person. */
export const deskQueue = {
  work: 'Needs work',
  nav: {
    leverage: 'Milestones within 90 days',
    contradicted: 'Contradicted findings',
    stale: 'Stale findings',
    'dead-links': 'Dead links',
    'faulty-files': 'Faulty files',
    outdated: 'Translations out of date',
  },
  assigned: {
    title: 'Assigned to me',
    none: 'Nobody has asked you for anything.',
    by: (who: string) => `asked by ${who}`,
  },
  disagreements: {
    title: 'Second ratings that differ',
    none: 'No two people differ on an assessment.',
    act: 'Compare',
  },
  near: 'within 90 days',
  keys: 'j and k go from item to item, Enter opens it, 1 to 9 open the first nine.',
  more: (total: number) => `All ${total.toLocaleString('en')}`,
  shown: (shown: number, total: number) => `The first ${shown} of ${total.toLocaleString('en')}.`,
  stale: {
    lead: 'Older than their review interval: they count as unknown until somebody assesses them again.',
    none: 'Every finding is fresh.',
    was: (level: string, effective: string, due: string) =>
      `was ${level}, ${effective}; counted until ${due}`,
    act: 'Assess',
  },
  contradicted: {
    lead: 'Findings in force that meet evidence against them, published or waiting for review.',
    none: 'No finding meets evidence against it.',
    items: (items: number, unpublished: number) =>
      `${items} ${items === 1 ? 'item' : 'items'} against it${unpublished === 0 ? '' : `, ${unpublished} of them not published`}`,
    act: 'Look at it',
  },
  'dead-links': {
    lead: 'Addresses of sources that did not answer when they were last asked. Keep a copy of what they said.',
    none: 'Every address that was asked has answered.',
    gone: (status: number | null) => `gone${status === null ? '' : ` (HTTP ${status})`}`,
    unreachable: (status: number | null) => `does not answer${status === null ? '' : ` (HTTP ${status})`}`,
    since: (day: string) => `since ${day}`,
    act: 'Keep a copy',
  },
  'faulty-files': {
    lead: 'Files of evidence that are missing, or no longer match the hash that was recorded. Restore them from a backup.',
    none: 'Every file that was read matches its hash.',
    missing: 'missing',
    altered: 'altered',
    checked: (when: string) => `read ${when}`,
    act: 'Open',
  },
  outdated: {
    lead: 'Made of an earlier version of the text than the one in force.',
    none: 'Every translation is of the text in force.',
    of: (field: string, language: string) => `${field} in ${language}`,
    languages: { en: 'English', ru: 'Russian', kk: 'Kazakh' },
    act: 'Translate again',
  },
} as const
