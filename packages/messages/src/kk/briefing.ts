/** Words of a briefing in Kazakh; see `en/briefing.ts`. */

import type { BriefingMessages } from '../en/briefing.ts'
import { number } from './inflect.ts'

export const briefingMessages: BriefingMessages = {
  kicker: (round, date) => `Кездесуге арналған жазба · ${round}, ${date}`,
  audience: {
    internal: 'Ішкі пайдалануға: таратуға болмайды.',
    partner: 'Серіктес ұйымдарға арналған.',
    delegation: 'ЕО өкілдігіне арналған.',
  },
  footer: (title, asOf, knownAt, method) =>
    `Waymark · ${title} · ${asOf} күнгі жағдай · мәлімет шегі: ${knownAt} · әдіс: ${method}`,
  pageWords: ['Бет: ', ' / ', ''],
  basis: (asOf, knownAt, method) => `Әдіс: ${method}; ${asOf} күнгі жағдай; мәлімет шегі: ${knownAt}.`,
  kept: 'Тізілімді бұрын оқығаннан қалдырылған.',
  ownFigures: (date) =>
    `Бұл абзацтағы сандарды авторлары келтірген (мәтін күні: ${date}); Waymark оларды есептемейді.`,
  figures: 'Ұсыныстардың жай-күйі',
  counting: (n, standing) => `Есепке алынатын ұсыныстар: ${number(n)} (${standing}).`,
  countingNone: 'Бұл күні есепке алынатын ұсыныс жоқ.',
  assessed: (n, all) => `Қолданыстағы қорытындысы бары: ${number(n)} / ${number(all)}.`,
  index: (low, high) =>
    low === high
      ? `Индекс: 100 балдан ${low}.`
      : `Индекс: 100 балдан ${low}–${high} аралығында; аралық — белгісіз болып отырғаны.`,
  ask: 'Өтініш: ',
  issued: (date) => `Күні: ${date}`,
  by: '; кімнен: ',
  to: '; кімге: ',
  paraphrase: 'Мазмұндама. ',
  implied: 'Дереккөз айтқан алаңдаушылықтан шығарылған. ',
  rounds: (n, names) =>
    n === 0
      ? 'Бұл сұралған диалог раундтары: жоқ.'
      : `Бұл сұралған диалог раундтары: ${number(n)} (${names}).`,
  line: (refs) => `Бүкіл тізбегі: ${refs}.`,
  uptake: 'Осы уақытқа дейінгі қолдау: ',
  uptakeNone: 'Осы уақытқа дейінгі қолдау: мәлімет жоқ.',
  finding: (standing) => `Қорытынды: ${standing}`,
  since: (date) => `, ${date} күнгі жағдай бойынша`,
  evidence: 'Негізгі дәлелдер',
  factDate: (date) => ` (${date})`,
  claim: (date) => ` өз орындауы туралы (${date}): `,
  claimLevel: (level) => ` Ол мұны былай атайды: ${level}.`,
  change: (round, date, from, to) => `«${round}» раундынан бері, ${date}: ${from} → ${to}.`,
  unchanged: (round, date, standing) => `«${round}» раундынан бері, ${date}: өзгерген жоқ (${standing}).`,
  notThen: 'ол кезде сұралмаған',
  gates: 'Оған не байланысты',
  gate: (required, state) => `${required}; ${state}`,
  passed: (date) => `өткен күні: ${date}`,
  ahead: (date) => `жоспарланған күні: ${date}`,
  aheadNoDate: 'алда, күні жоқ',
  required: (level) => `талап: ${level}`,
  noRequired: 'деңгей талап етілмейді',
  cases: 'Істер',
  noStatus: 'Жай-күйі туралы мәлімет жоқ.',
  statements: 'ЕО не мәлімдеді',
  milestones: 'Алдағы кезеңдер',
  conditions: (counts) => `Міндетті шарттар: ${counts}.`,
  counts: (met, unmet, unknown, waived) =>
    `орындалған ${number(met)}, орындалмаған ${number(unmet)}, белгісіз ${number(unknown)}${waived > 0 ? `, алынып тасталған ${number(waived)}` : ''}`,
  noCondition: 'Міндетті шарт жоқ.',
  about: 'Осы жазба туралы',
  aboutText: (asOf, knownAt, method) =>
    `Тізілім мәліметтері ${asOf} күнгі жағдай бойынша көрсетілген, мәлімет шегі: ${knownAt}, есептеу әдісі: ${method}. Белгісіз нәрсе индекстің төменгі шегінде нөл, жоғарғы шегінде толық орындалу деп саналады.`,
  written: (version, date) => `${number(version)}-нұсқа, күні: ${date}.`,
  translated: 'Тізілімнің аудармасы бар мәтіндері аудармада берілген; түпнұсқада айтылғаны негізге алынады.',
  notes: 'Ескертпелер',
  back: (n) => `${number(n)}-ескертпенің мәтініне оралу`,
}
