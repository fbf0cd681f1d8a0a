import type { MinutesMessages } from '../en/minutes.ts'
import { number as formatNumber, genitive } from './inflect.ts'

/** Words of minutes as they leave the house, in Russian. */
export const minutesMessages: MinutesMessages = {
  kicker: (series, number) => `Протокол · ${series}, совещание ${number}`,
  heldOn: (date) => `Дата совещания: ${date}.`,
  draft: 'Проект. Этот протокол ещё не утверждён.',
  approved: (at) => `Утверждён: ${at}.`,
  approvedBy: (name, at) => `Кем и когда утверждён: ${name}, ${at}.`,
  audience: {
    internal: 'Внутренний документ, не для распространения.',
    partner: 'Для партнёрских организаций.',
    delegation: 'Для представительства ЕС.',
  },
  draftMark: 'ПРОЕКТ',
  footer: (title, sha256, asOf, knownAt) =>
    `Waymark · ${title} · протокол ${sha256}${asOf === null || knownAt === null ? '' : ` · реестр: ${asOf}, известно на ${knownAt}`}`,
  pageWords: ['Стр. ', ' из ', ''],
  notes: 'Примечания',
  back: (number) => `Назад к примечанию ${number}`,
  attendance: 'Присутствие',
  attendanceCaption: 'Кто присутствовал, отсутствовал или отсутствовал с извинением',
  name: 'Имя',
  presence: 'Отметка',
  presences: { present: 'Присутствует', absent: 'Отсутствует', excused: 'Отсутствует с извинением' },
  nothing: 'Для этих читателей в этом совещании ничего нет.',
  erased: 'Записи больше нет',
  late: 'Добавлено, когда повестка уже была зафиксирована.',
  dropped: (reason) => `Снято с повестки: ${reason}`,
  recused: (names) => `Отвод: ${names}`,
  recusedBecause: (name, reason) => `${name} (${reason})`,
  decision: 'Решение: ',
  notSealed: 'Предложено, не решено: ',
  options: 'Рассмотренные варианты:',
  votes: (pro, contra, abstain) =>
    `Голоса: за — ${formatNumber(pro)}, против — ${formatNumber(contra)}, воздержались — ${formatNumber(abstain)}.`,
  dissent: 'Особое мнение: ',
  review: (date) => `Вернуться к вопросу: ${date}.`,
  supersedes: 'Заменяет более раннее решение.',
  finding: (ref, level, effective) =>
    `Предлагает заключение по ${ref}: ${level}, по состоянию на: ${effective}. Оно считается, когда его опубликует второй человек.`,
  actions: 'Поручения',
  action: 'Что',
  owner: 'Кто',
  due: 'Срок',
  discussion: 'Что было сказано',
  amendments: 'Поправки',
  amendedBy: (name) => ` · ${name}`,
  comment: (text) => ` (${text})`,
  about: 'Об этом протоколе',
  aboutHash: (sha256) =>
    `SHA-256 всего протокола, из которого каждый получает свою часть: ${sha256}. После утверждения он стоит в журнале реестра.`,
  aboutRecord: (asOf, knownAt) =>
    `Повестка составлена из реестра по состоянию до ${genitive(asOf)} включительно, как он был известен: ${knownAt}.`,
  aboutNoRecord: 'Повестка не составлялась из реестра.',
}
