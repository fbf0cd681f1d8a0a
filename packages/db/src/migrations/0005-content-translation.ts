// What: every text that readers see may be kept in other languages; readers see those of public rows. Words about a person
//       (a case's name and summary) lie in personal_data, as all of theirs do, and take a second person.
// Locks: replaces checks of translation and case_proposal (a scan of each); adds a column and an index to translation.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

const tables = `
alter table waymark.translation
  drop constraint translation_subject,
  add constraint translation_subject check (subject_kind in ('dossier', 'area', 'round', 'milestone', 'commitment', 'recommendation', 'step', 'finding', 'case')),
  alter column text drop not null,
  add column personal_sha256 text,
  add constraint translation_of_a_case_is_erasable check ((subject_kind = 'case') = (text is null) and (text is null) = (personal_sha256 is not null));
comment on table waymark.translation is 'A field of the record in another language. of_version is the version that was translated; another wording makes it out of date. The text of a case lies in personal_data.';
comment on table waymark.personal_data is 'The one table of the record from which rows may be erased (a person''s data). row_id is a row of case_record, case_status, case_proposal or translation.';
-- Serves: the translations of what a page shows, in one language.
create index translation_by_subject on waymark.translation (subject_id, language);

alter table waymark.case_proposal
  drop constraint case_proposal_change,
  add constraint case_proposal_change check (change in ('publish', 'unseal', 'erase', 'correct', 'record-status', 'correct-status', 'void-status', 'translate'));
`

// A translation of something private is private. Of a finding: once it is published. Of a case: while the case is public in
// the words that were translated, and nothing of how it is named has changed: a name that a pseudonym took the place of must
// not live on in another language.
const publicWindow = `
create view public_record.translation with (security_barrier) as
  select t.id, t.root_id, t.supersedes_id, t.dossier_id, t.subject_kind, t.subject_id, t.of_version, t.field, t.language,
         coalesce(t.text, said.content ->> 'text') as text, t.recorded_at
  from waymark.translation t left join waymark.personal_data said on t.text is null and said.row_id = t.id
  where case t.subject_kind
    when 'finding' then exists (select from waymark.publication p where p.assessment_id = t.subject_id)
    when 'case' then said.row_id is not null and exists (
      select from public_record.case_record made
      join waymark.personal_data m on m.row_id = made.id
      join waymark.case_record latest on latest.root_id = made.root_id
        and not exists (select from waymark.case_record later where later.supersedes_id is not null and later.supersedes_id = latest.id)
      join waymark.personal_data d on d.row_id = latest.id
      where made.id = t.of_version
        and m.content ->> 'publicName' = d.content ->> 'publicName' and m.content ->> 'summary' = d.content ->> 'summary'
        and m.content ->> 'naming' is not distinct from d.content ->> 'naming'
        and m.content ->> 'realName' is not distinct from d.content ->> 'realName')
    else true end;
grant select on public_record.translation to waymark_public, waymark_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, publicWindow]) await sql.raw(part).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop view public_record.translation;
    alter table waymark.case_proposal
      drop constraint case_proposal_change,
      add constraint case_proposal_change check (change in ('publish', 'unseal', 'erase', 'correct', 'record-status', 'correct-status', 'void-status'));
    drop index waymark.translation_by_subject;
    alter table waymark.translation
      drop constraint translation_of_a_case_is_erasable,
      drop column personal_sha256,
      alter column text set not null,
      drop constraint translation_subject,
      add constraint translation_subject check (subject_kind in ('dossier', 'area', 'recommendation', 'progress_step', 'milestone', 'commitment'));
    comment on table waymark.translation is 'A field of the record in another language. of_version is the version that was translated; a later version makes it out of date.';
    comment on table waymark.personal_data is 'The one table of the record from which rows may be erased (a person''s data). row_id is a row of case_record, case_status or case_proposal.';`)
    .execute(db)
}
