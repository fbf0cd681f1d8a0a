import type { MinutesMessages } from '../en/minutes.ts'
import { asOf as formatAsOf, number as formatNumber } from './inflect.ts'

/** Words of minutes as they leave the house, in Kazakh. */
export const minutesMessages: MinutesMessages = {
  kicker: (series, number) => `Хаттама · ${series}, ${number}-жиналыс`,
  heldOn: (date) => `Жиналыс күні: ${date}.`,
  draft: 'Жоба. Бұл хаттама әлі бекітілген жоқ.',
  approved: (at) => `Бекітілді: ${at}.`,
  approvedBy: (name, at) => `Кім және қашан бекітті: ${name}, ${at}.`,
  audience: {
    internal: 'Ішкі құжат, таратуға арналмаған.',
    partner: 'Серіктес ұйымдарға арналған.',
    delegation: 'ЕО өкілдігіне арналған.',
  },
  draftMark: 'ЖОБА',
  footer: (title, sha256, asOf, knownAt) =>
    `Waymark · ${title} · хаттама ${sha256}${asOf === null || knownAt === null ? '' : ` · тізілім: ${asOf}, белгілі болған күні: ${knownAt}`}`,
  pageWords: ['', '-бет, барлығы ', ''],
  notes: 'Ескертпелер',
  back: (number) => `${number}-ескертпеге оралу`,
  attendance: 'Қатысу',
  attendanceCaption: 'Кім қатысты, кім қатыспады, кім себепті қатыспады',
  name: 'Аты-жөні',
  presence: 'Белгі',
  presences: { present: 'Қатысты', absent: 'Қатыспады', excused: 'Себепті қатыспады' },
  nothing: 'Бұл жиналыста осы оқырмандарға арналған ештеңе жоқ.',
  erased: 'Енді жоқ жазба',
  late: 'Күн тәртібі бекітілгеннен кейін қосылды.',
  dropped: (reason) => `Күн тәртібінен алып тасталды: ${reason}`,
  recused: (names) => `Талқылауға қатыспағандар: ${names}`,
  recusedBecause: (name, reason) => `${name} (${reason})`,
  decision: 'Шешім: ',
  notSealed: 'Ұсынылды, шешілген жоқ: ',
  options: 'Қаралған нұсқалар:',
  votes: (pro, contra, abstain) =>
    `Дауыс беру: жақтағаны — ${formatNumber(pro)}, қарсысы — ${formatNumber(contra)}, қалыс қалғаны — ${formatNumber(abstain)}.`,
  dissent: 'Ерекше пікір: ',
  review: (date) => `Қайта қаралатын күні: ${date}.`,
  supersedes: 'Бұрынғы шешімнің орнына қабылданды.',
  finding: (ref, level, effective) =>
    `${ref} бойынша қорытынды ұсынады: ${level}, ${formatAsOf(effective)}. Оны екінші адам жариялағанда ғана есепке алынады.`,
  actions: 'Тапсырмалар',
  action: 'Не істеу керек',
  owner: 'Кім',
  due: 'Мерзімі',
  discussion: 'Не айтылды',
  amendments: 'Түзетулер',
  amendedBy: (name) => ` · ${name}`,
  comment: (text) => ` (${text})`,
  about: 'Осы хаттама туралы',
  aboutHash: (sha256) =>
    `Бүкіл хаттаманың SHA-256 мәні (әр оқырман одан өз бөлігін алады): ${sha256}. Бекітілгеннен кейін ол тізілім журналында тұрады.`,
  aboutRecord: (asOf, knownAt) =>
    `Күн тәртібі тізілімнен жасалды: ${formatAsOf(asOf)}; белгілі болған уақыты: ${knownAt}.`,
  aboutNoRecord: 'Күн тәртібі тізілімнен жасалған жоқ.',
}
