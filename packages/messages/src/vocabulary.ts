import type { Role } from '@waymark/access/role'
import type { Direction } from '@waymark/assessment/direction'
import type { EvidenceKind, Origin, Stance } from '@waymark/assessment/evidence'
import type { Confidence, Level, State } from '@waymark/assessment/level'
import type { WorkflowState } from '@waymark/assessment/publication'
import type { GateState, Since } from '@waymark/linkage/gate'
import type { LinkageRole, MilestoneKind } from '@waymark/linkage/linkage'
import type { ActorKind } from '@waymark/recommendation/actor'
import type { CaseKind, CaseStatusKind, Sensitivity } from '@waymark/recommendation/case'
import type { LineageKind, StepKind } from '@waymark/recommendation/recommendation'
import type { Side } from '@waymark/recommendation/side'
import type { SourceKind } from '@waymark/recommendation/source'
import type { UptakeKind } from '@waymark/recommendation/uptake'
import type { ChangeKind } from '@waymark/scoring/changes'
import type { Language } from './language.ts'
import { en } from './vocabulary/en.ts'
import { kk } from './vocabulary/kk.ts'
import { ru } from './vocabulary/ru.ts'

/** A word with the rule that says when it is right. */
export type Ruled = { readonly label: string; readonly rule: string }

type Words<K extends string> = Readonly<Record<K, string>>

/** What the keys of the domain are called on screen and in files. Every key of every list has its word. */
export type Vocabulary = {
  readonly levels: Readonly<Record<Level, Ruled>>
  readonly states: Words<State>
  /** Measures against the recommendation, or its rejection. */
  readonly contrary: Ruled
  /** Not assessed, no information and out of date together. */
  readonly unknown: Ruled
  readonly stale: Ruled
  readonly gateStates: Words<GateState>
  readonly since: Words<Since>
  readonly directions: Words<Direction>
  readonly linkageRoles: Words<LinkageRole>
  readonly uptakeKinds: Words<UptakeKind>
  readonly sourceKinds: Words<SourceKind>
  readonly actorKinds: Words<ActorKind>
  readonly evidenceKinds: Words<EvidenceKind>
  readonly origins: Words<Origin>
  readonly stances: Words<Stance>
  readonly confidences: Words<Confidence>
  readonly milestoneKinds: Words<MilestoneKind>
  readonly caseKinds: Words<CaseKind>
  readonly caseStatuses: Words<CaseStatusKind>
  readonly sensitivities: Words<Sensitivity>
  readonly lineageKinds: Words<LineageKind>
  readonly stepKinds: Words<StepKind>
  readonly sides: Words<Side>
  /** What happened to a recommendation between two days. */
  readonly changeKinds: Words<ChangeKind>
  /** Marks beside a text. Empty marks do not exist: what needs none has no entry. */
  readonly basis: Words<'implied'>
  readonly wording: Words<'paraphrase'>
  readonly roles: Words<Role>
  readonly workflowStates: Words<WorkflowState>
}

export const vocabulary = { en, ru, kk } as const satisfies Record<Language, Vocabulary>
