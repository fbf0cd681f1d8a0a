/** Copy about time on the public pages, in Kazakh: the timeline, uptake, lines of asks. Part of `publicMessages`; see there. */

import type { timeMessages as English } from '../en/public-time.ts'
import { number, recommendations, since, span } from './inflect.ts'

const begin = (event: 'proposed' | 'issued') =>
  event === 'proposed' ? 'алғашқы ұсынылған күннен' : 'ұсыныс берілген күннен'

export const timeMessages: typeof English = {
  uptakeProgress: {
    title: 'Қаншалықты қолдау тапты',
    furthest: (stage, date) => `Ең алысқа жеткені: ${stage}, ${date}.`,
    nothing: (past) => `Оны біреу қолдағаны туралы мәлімет ${past ? 'болған жоқ' : 'жоқ'}.`,
    gap: (time, event, date) => `Бұған кеткен уақыт: ${time}, ${begin(event)} (${date}) санағанда.`,
    before: 'Тізілімдегі ұсынылған күнінен бұрын қолдау тапқан.',
    waiting: (time, event, date, past) =>
      `${past ? 'Сол күнге дейін көтерілмегеніне' : 'Көтерілмегеніне'} ${time}, ${begin(event)} (${date}) санағанда.`,
    span,
    gapShort: (time) => `${time} өткен соң`,
    waitingShort: (time) => `көтерілмегеніне ${time}`,
  },
  line: {
    title: 'Ол тұрған желі',
    help: 'Ол неден бастау алады және одан не бастау алады, байланыс саны қанша болса да.',
    none: (past) => `Онымен байланысты бұрынғы немесе кейінгі ұсыныс ${past ? 'болған жоқ' : 'жоқ'}.`,
    asked: (n, date) =>
      n === 0
        ? `${since(date)} тізілімдегі бірде-бір диалог раундында көтерілмеген.`
        : `${since(date)} көтерілген раундтар (${number(n)}):`,
    caption: (n) => `${recommendations(n)}, берілу реті бойынша`,
    issued: 'Күні',
    ask: 'Ұсыныс',
    link: 'Байланыс',
    here: 'осы ұсыныс',
    first: 'желі осыдан басталады',
    left: 'енді есепке алынбайды',
  },
  byLine: {
    label: 'Санау негізі',
    choices: { '': 'Ұсыныс', line: 'Ұсыныстар желісі' },
    h1: (n, lines) => `${recommendations(n)}, ${number(lines)} желі`,
    help: 'Желі бірін-бірі жалғастыратын, тарылтатын, біріктіретін немесе алмастыратын ұсыныстарды қамтиды. Оны күшіндегі соңғы ұсыныс білдіреді.',
    asks: (n) => `желісінде ${recommendations(n)}`,
  },
  flow: {
    title: 'Ұсынылғандарға не болды',
    stages: {
      proposals: 'Ұсынылған, күшінде',
      raised: 'Көтерілген',
      texts: 'Мәтінге енген',
      commitments: 'Міндеттемеге айналған',
    },
    help: 'Ұсынылғандар — раунд күніне дейін ұсынылған және сол күні күшінде болған ұсыныстар. Раундқа оны атайтын, не ештеңені атамай, сол күні немесе одан кейін, бірақ келесі раундқа дейін болған нәрсе жатады. Мәтін — жария мәлімдеме немесе ЕО қабылдаған құжат. Алысқа жеткені бұрынғы сатыларда да есепке алынады, сондықтан ағын еш жерде өспейді.',
    finding: (counts, round) =>
      `${round}: күшіндегі ${number(counts.proposals)} ұсыныстың көтерілгені — ${number(counts.raised)}, мәтінге енгені — ${number(counts.texts)}, міндеттемеге айналғаны — ${number(counts.commitments)}.`,
    none: (past) =>
      `Тізілімдегі диалог раундтарына дейін ештеңе ${past ? 'ұсынылмаған еді' : 'ұсынылмаған'}.`,
    all: (n, raised, most, texts, commitments) =>
      raised === 0
        ? `${number(n)} раундтың бірде-бірінде күшіндегі ұсыныстар көтерілмеген.`
        : `Бір раундта көтерілген күшіндегі ұсыныстардың ең көбі — ${number(raised)} (${most}); ${number(n)} раундта мәтінге енгені — ${number(texts)}, міндеттемеге айналғаны — ${number(commitments)}, әр раунд бөлек саналған.`,
    caption: 'Әр диалог раундында күшінде болған ұсыныстар және оларға не болғаны',
    round: 'Раунд',
    region: 'Ұсыныстардың раундтар бойынша ағыны; тар экранда бүйірге қарай жылжиды',
    more: (n) => `тағы ${number(n)}, осы беттің деректерінде`,
  },
  timeline: {
    page: 'уақыт сызығы',
    title: 'Уақыт сызығы',
    over: 'Уақыт сызығы · диалог, келісім, не айтылды және не өзгерді',
    h1: (from, to) => (from === to ? `Не болды: ${from}.` : `Не болды: ${from} — ${to}.`),
    lead: (n, past) =>
      n.advanced + n.regressed + n.contrary === 0
        ? `Осы уақытта тізілімде жай-күйдің өзгерісі ${past ? 'болған жоқ' : 'жоқ'}.`
        : `Жай-күй ${number(n.advanced)} рет ілгеріледі, ${number(n.regressed)} рет нашарлады, ${number(n.contrary)} рет кері кетуге ауысты.`,
    picture: 'Жалпы көрініс',
    region: 'Уақыт сызығы; тар экранда бүйірге қарай жылжиды',
    zoom: 'Уақыт аралығы',
    spans: {
      whole: 'Бәрі',
      ten: 'Соңғы он жыл',
      three: 'Соңғы үш жыл',
      one: 'Соңғы жыл',
    },
    in: 'Жақындату',
    out: 'Алыстату',
    earlier: 'Ертерек',
    later: 'Кейінірек',
    from: 'Басталуы',
    to: 'Аяқталуы',
    hint: 'жыл немесе ай, мысалы 2013 немесе 2013-11',
    show: 'Көрсету',
    rows: {
      rounds: 'Диалог раундтары',
      commitments: 'Байланыстыратын мәлімдемелер',
      uptake: 'ЕО сөзіндегі ұсыныстар',
      changes: 'Жай-күй өзгерістері',
    },
    kinds: { stated: 'жария мәлімделген', adopted: 'ЕО құжатында бекітілген' },
    kindTitles: { stated: 'Жария мәлімделген', adopted: 'ЕО құжатында бекітілген' },
    planned: 'жоспарланған',
    plannedFor: (date) => `жоспарланған күні: ${date}`,
    cancelled: 'тоқтатылған',
    group: (n, period) => `${number(n)} белгі, ${period}: жақыннан қарау`,
    uptakeGroup: (n, kind) => `${recommendations(n)} ${kind}`,
    changesOf: (n, period) =>
      `${period}: ${[
        n.advanced > 0 ? `ілгеріледі — ${number(n.advanced)}` : '',
        n.regressed > 0 ? `нашарлады — ${number(n.regressed)}` : '',
        n.contrary > 0 ? `кері кете бастады — ${number(n.contrary)}` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
    periods: {
      year: (from) => `${from.slice(0, 4)} жыл`,
      quarter: (from) => `${from.slice(0, 4)} жылғы ${Math.ceil(Number(from.slice(5, 7)) / 3)}-тоқсан`,
    },
    advanced: 'ілгеріледі (жоғары)',
    regressed: 'нашарлады (төмен)',
    contrary: 'кері кете бастады (төмен)',
    caption:
      'Өзгерістер серіктес ел жағындағы әр бағаны алдыңғысымен салыстырады, ол дұрыс болған күннен бастап; алғашқы баға өзгеріс емес. Алдағы кезеңдер жоспарланған жерінде тұр; күні жоқ кезеңдер кезеңдер бетінде.',
    list: 'Соның өзі тізім түрінде',
    listHelp: 'Уақыт ретімен. Әр жазба өз бетіне апарады.',
    date: 'Күні',
    kind: 'Не',
    entry: 'Жазба',
    none: 'Бұл аралықта тізілімде ештеңе жоқ.',
    round: 'Диалог раунды',
    milestone: 'Кезең',
    commitment: 'Қарым-қатынасты реформамен байланыстыратын мәлімдеме',
    changes: 'Жай-күй өзгерістері',
    asOf: (date) => `көрсетілген: ${date}`,
  },
}
