/** Copy of what hung on what: gates, matrix and list, leverage, consistency. Part of `publicMessages`; see there. */

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const linkageMessages = {
  gate: {
    required: (level: string) => `required: ${level}`,
    expected: (level: string | null) => (level === null ? 'expected' : `expected: ${level}`),
    context: 'context only',
    notCounted: 'listed, not counted',
    at: (word: string) => `${word} at the time`,
    now: (word: string) => `${word} now`,
    on: (word: string, date: string) => `${word} on ${date}`,
    since: { improved: 'improved since', unchanged: 'unchanged since', worsened: 'worsened since' },
    aheadNoDate: 'ahead, no date set',
    cancelled: (date: string) => `cancelled ${date}`,
    foundOn: (date: string) => `finding of ${date}`,
    waivedFrom: (from: string, to: string | null) =>
      to === null ? `Waived from ${from} on:` : `Waived from ${from}, no longer from ${to} on:`,
    aheadPlanned: (date: string) => `ahead, planned for ${date}`,
    counts: (met: number, unmet: number, unknown: number, waived: number) =>
      `${met} of ${some(met + unmet + unknown + waived, 'required gate', 'required gates')} met, ${unmet} unmet, ${unknown} unknown${waived > 0 ? `, ${waived} waived` : ''}`,
    countsPassed: (met: number, unmet: number, unknown: number, waived: number) =>
      `${met} of ${some(met + unmet + unknown + waived, 'required gate', 'required gates')} met at passage, ${unmet} passed while unmet, ${unknown} passed while unknown${waived > 0 ? `, ${waived} waived` : ''}`,
    noCondition: 'no condition',
    listed: (n: number) => `${n} listed, not counted`,
    listedMore: (n: number) => `${n} more listed, not counted`,
  },
  linkage: {
    page: 'linkage',
    title: 'Linkage',
    over: (date: string) => `Linkage · what hung on what, on ${date}`,
    h1: (passed: number, unmet: number, milestones: number, past: boolean) => {
      if (passed === 0)
        return `No step of the agreement with a condition ${past ? 'had yet been' : 'has yet been'} taken.`
      if (unmet === 0) return `No condition ${past ? 'had been' : 'has been'} passed while unmet.`
      return `${some(unmet, 'condition', 'conditions')} ${past ? 'had been' : unmet === 1 ? 'has been' : 'have been'} passed while unmet, at ${some(milestones, 'step', 'steps')} of the agreement.`
    },
    lead: (ahead: number, past: boolean) =>
      ahead === 0
        ? `No step with an open condition ${past ? 'lay' : 'lies'} ahead.`
        : `${some(ahead, 'step', 'steps')} with open conditions ${past ? 'still lay' : ahead === 1 ? 'still lies' : 'still lie'} ahead: what can be withheld.`,
    leverage: 'Still to be insisted on',
    leverageHelp: 'Required, not met, and tied to a step that has not been taken. By date.',
    leverageNone: (past: boolean) =>
      `Nothing: no step with an unmet condition ${past ? 'lay' : 'lies'} ahead.`,
    hasToReach: 'has to reach',
    legend: 'The marks',
    list: 'Conditions and steps',
    listHelp:
      'A step of the agreement froze its gates on the day it was taken; what happened since is told apart. Each cell opens its gate: what had to be reached, on whose word, and the finding it was judged by.',
    forms: 'Form',
    matrix: 'Matrix',
    asList: 'List',
    matrixCaption: (from: number, to: number, total: number, links: number) =>
      `Recommendations ${from} to ${to} of ${total} by step of the agreement; ${some(links, 'link', 'links')} in all. An empty cell: no link.`,
    listCaption: (from: number, to: number, total: number) => `Links ${from} to ${to} of ${total}`,
    recommendationHead: 'Recommendation',
    foot: 'Required gates',
    footNone: 'no condition',
    shortStates: {
      met: 'met',
      unmet: 'unmet',
      unknown: 'unknown',
      waived: 'waived',
      'met-at-passage': 'met',
      'passed-while-unmet': 'unmet',
      'passed-while-unknown': 'unknown',
    },
    sinceSigns: { improved: '↑', unchanged: '=', worsened: '↓' },
    sinceLegend: 'since then improved, unchanged, worsened',
    dotLegend: 'expected or context, not counted',
    cell: (state: string, level: string | null, standing: string, since: string | null) =>
      `${state}. ${level === null ? 'Stood' : `Had to reach ${level}, stood`} at ${standing}${since === null ? '' : `; ${since}`}`,
    cellAhead: (state: string, level: string | null, standing: string) =>
      `${state}. ${level === null ? 'Stands' : `Has to reach ${level}, stands`} at ${standing}`,
    cellListed: (role: string, standing: string) => `${role}; ${standing}. Listed, not counted`,
    h1Filtered: (n: number, date: string, past: boolean) =>
      n === 0
        ? `On ${date}, no link ${past ? 'matched' : 'matches'}.`
        : `On ${date}, ${some(n, 'link', 'links')} ${past ? 'matched' : n === 1 ? 'matches' : 'match'}.`,
    h1Gate: (title: string, state: string) => `${title}: ${state}.`,
    overGate: (step: string, date: string) => `Linkage · one gate · ${step}, on ${date}`,
    only: 'Only',
    onlyWords: {
      milestone: (title: string) => `at the step “${title}”`,
      recommendation: (ref: string) => `of the recommendation ${ref}`,
      commitment: (actor: string, date: string) => `that rest on the statement of ${actor}, ${date}`,
      actor: (name: string) => `that rest on statements of ${name}`,
      rests: 'that rest on no statement made by that day',
      side: {
        partner: 'asked of the partner',
        eu: 'asked of the EU',
        other: 'asked of others',
      },
    },
    onlyRemove: 'remove',
    all: 'All links',
    leverageFirst: (shown: number, total: number) =>
      total > shown ? `The first ${shown} of ${total} steps.` : '',
    leverageAll: 'The whole leverage list',
    consistencyAll: 'What each EU institution tied to the agreement, and whether it held',
    gateTitle: 'The gate',
    gateRecommendation: 'Recommendation',
    gateStep: 'Step',
    gateRole: 'Had to reach',
    gateState: 'Gate',
    gateAt: 'Judged on',
    gateAtPassed: (date: string) => `${date}, the day of the step: frozen`,
    gateAtShown: (date: string) => `${date}, the day shown`,
    gateStanding: 'In force that day',
    gateStandingLink: 'The recommendation as it stood that day',
    gateNow: 'Since then',
    gateNowIs: (word: string, date: string, since: string | null) =>
      `${word} on ${date}${since === null ? '' : `: ${since}`}`,
    gateWaivers: 'Waivers',
    gateNote: 'Note',
    gateRests: 'Rests on',
    gateRestsNone: 'No statement is on record behind this link.',
    track: 'Agreement',
    anyTrack: 'All',
    filters: 'Filter',
    area: 'Concern area',
    anyArea: 'All areas',
    group: 'Grouped by',
    groups: { milestone: 'Milestone', area: 'Concern area' },
    role: 'Role',
    anyRole: 'Any',
    state: 'Gate',
    anyState: 'Any',
    none: 'No link matches.',
    linkNone: (past: boolean) =>
      `No link between a recommendation and a step of the agreement ${past ? 'was' : 'is'} on record.`,
    statements: 'What the links rest on',
    statementsHelp: 'EU statements that tie relations to reform. Each link names those that it rests on.',
    who: 'Who',
    statement: 'Statement',
  },
  leverage: {
    page: 'leverage list',
    over: (date: string) => `Leverage · what could be insisted on, and when, on ${date}`,
    overNow: 'Leverage · what can be insisted on, and when',
    h1: (open: number, date: string, past: boolean) =>
      open === 0
        ? `On ${date}, no step of the agreement with an open condition ${past ? 'lay' : 'lies'} ahead.`
        : `On ${date}, ${some(open, 'step', 'steps')} with open conditions ${past ? 'lay' : open === 1 ? 'lies' : 'lie'} ahead.`,
    lead: (past: boolean) =>
      `A condition that ${past ? 'was' : 'is'} unmet can be insisted on until its step is taken; then it is only history. A condition without a current finding ${past ? 'had' : 'has'} to be assessed first.`,
    withOpen: 'Steps with open conditions',
    withOpenHelp: 'By planned date; steps without one follow. Unmet conditions first, then unknown ones.',
    none: (past: boolean) => `None ${past ? 'lay' : 'lies'} ahead.`,
    others: 'Ahead, with nothing open',
    othersHelp: 'No required condition of the partner’s side is unmet or unknown.',
    overdue: 'overdue: the planned date is over, and no occurrence is on record',
    open: (unmet: number, unknown: number) => `${unmet} unmet, ${unknown} unknown`,
    unmet: (n: number) => `All ${n} unmet`,
    unknown: (n: number) => `All ${n} unknown`,
    more: (n: number) => `${n} more not shown here:`,
  },
  consistency: {
    page: 'EU consistency record',
    over: (date: string) =>
      `EU consistency · what was tied to the agreement, and whether it held, on ${date}`,
    h1: (conditions: number, unmet: number, unknown: number, past: boolean) => {
      if (conditions === 0) return `No EU statement on record ${past ? 'had set' : 'has set'} a condition.`
      const held =
        unmet + unknown === 0
          ? 'None was passed while it was not known to be met.'
          : `${unmet} ${unmet === 1 ? 'was' : 'were'} passed while unmet, ${unknown} while unknown.`
      return `EU statements ${past ? 'had set' : 'have set'} ${some(conditions, 'condition', 'conditions')}. ${held}`
    },
    lead: 'A condition is a required link between a recommendation and a step of the agreement, resting on what an institution said. Each figure opens the gates behind it. There is no score.',
    statement: 'Statement',
    conditions: 'Conditions set',
    ahead: 'Still ahead',
    passed: 'At passage',
    metAtPassage: 'Met at passage',
    unmet: 'Passed while unmet',
    unknown: 'Passed while unknown',
    waived: 'Waived',
    aheadStates: {
      met: (n: number) => `${n} met`,
      unmet: (n: number) => `${n} unmet`,
      unknown: (n: number) => `${n} unknown`,
    },
    nothing: 'none',
    shared: (n: number, of: number) =>
      n === of
        ? `${n === 1 ? 'It rests' : 'All rest'} on another statement, too, and ${n === 1 ? 'is' : 'are'} counted under each.`
        : `${n} of them ${n === 1 ? 'rests' : 'rest'} on another statement, too, and ${n === 1 ? 'is' : 'are'} counted under each.`,
    total: 'All its statements, each condition once',
    caption: (actor: string) => `Statements of ${actor} and the conditions that rest on them`,
    unattributed: 'On nobody’s word',
    unattributedHelp: 'Conditions that rest on no statement made by this day.',
    none: (past: boolean) =>
      `No EU statement that ties relations to reform ${past ? 'had been' : 'has been'} made by this day.`,
    opens: (figure: string, what: string) => `${figure}: ${what}`,
  },
}
