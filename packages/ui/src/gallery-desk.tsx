import { Conflict } from './conflict.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { CheckField, InputField, LevelField, SelectField, TextAreaField } from './field.tsx'
import { MarkWord } from './marks.tsx'
import { Brand } from './masthead.tsx'
import { Section } from './section.tsx'

/** The desk's part of the gallery: forms, errors, the register, two versions in conflict, sign-in. */
export function GalleryDesk() {
  return (
    <>
      <Section id="g-form" title="A form with errors">
        <form className="measure">
          <ErrorSummary
            id="g-errors"
            title="There are two things to put right"
            level={3}
            errors={[
              {
                field: 'g-effective',
                message: 'Effective date: write a year, a month or a day, such as 2016-08-19',
              },
              { field: 'g-rationale', message: 'Rationale: say what happened and why it is this level' },
            ]}
          />
          <LevelField
            id="g-level"
            name="level"
            legend="Level, eu-progress@1"
            defaultValue="limited"
            options={[
              {
                value: 'none',
                mark: 'none',
                label: 'No progress',
                hint: 'nothing credible adopted',
                shortcut: '1',
              },
              {
                value: 'limited',
                mark: 'limited',
                label: 'Limited progress',
                hint: 'announced or drafted',
                shortcut: '2',
              },
              {
                value: 'some',
                mark: 'some',
                label: 'Some progress',
                hint: 'in part, in force',
                shortcut: '3',
              },
              { value: 'substantial', mark: 'substantial', label: 'Substantial progress', shortcut: '4' },
              { value: 'full', mark: 'full', label: 'Full implementation', shortcut: '5' },
            ]}
          />
          <CheckField id="g-contrary" name="contrary" mark="contrary" label="Measures go against it" />
          <div className="pair">
            <InputField
              id="g-effective"
              name="effective"
              label="Effective"
              hint="a year, a month or a day"
              error="Write a year, a month or a day"
              defaultValue="19.8.16"
            />
            <SelectField
              id="g-confidence"
              name="confidence"
              label="Confidence"
              options={[
                { value: 'high', label: 'high' },
                { value: 'medium', label: 'medium' },
              ]}
            />
          </div>
          <TextAreaField
            id="g-rationale"
            name="rationale"
            label="Rationale"
            rows={3}
            error="Say what happened and why"
          />
          <div className="acts">
            <button type="submit" className="btn-main">
              Submit for review <kbd>Ctrl Enter</kbd>
            </button>
            <button type="submit">Keep draft</button>
            <p className="hint">Another person reviews it before it is public.</p>
          </div>
        </form>
      </Section>
      <Section id="g-register" title="Register and panel" layout="full">
        <div className="desk">
          <header className="dbar">
            <Brand href="#" name="Waymark" />
            <nav aria-label="Desk">
              <ul>
                <li>
                  <a href="#desk" aria-current="page">
                    Desk
                  </a>
                </li>
                <li>
                  <a href="#review">Review</a>
                </li>
              </ul>
            </nav>
            <span className="quiet end">A. Specimen</span>
          </header>
          <div className="panes with">
            <nav className="q" aria-label="Queue">
              <h3>Needs me</h3>
              <ul>
                <li>
                  <a href="#returned">
                    Returned to me<span className="n">1</span>
                  </a>
                </li>
                <li>
                  <a href="#all" aria-current="true">
                    All recommendations<span className="n">38</span>
                  </a>
                </li>
              </ul>
            </nav>
            <div className="reg">
              <div className="bar2">
                <h3>Register</h3>
                <button type="button" className="chip">
                  Area: 5 <span aria-hidden="true">×</span>
                  <span className="vh">remove</span>
                </button>
              </div>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
              <section className="scroll" tabIndex={0} aria-label="Specimen register, table">
                <table className="grid">
                  <caption className="vh">Specimen register</caption>
                  <thead>
                    <tr>
                      <th scope="col">Ref</th>
                      <th scope="col">Recommendation</th>
                      <th scope="col">Finding</th>
                      <th scope="col">Since</th>
                      <th scope="col" className="num">
                        Evidence
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <tr className="grp">
                      <th colSpan={5} scope="rowgroup">
                        Specimen area one
                      </th>
                    </tr>
                    <RegisterRow
                      reference="S-2013-01"
                      title="A specimen recommendation"
                      mark="stale"
                      word="Out of date"
                    />
                    <RegisterRow
                      reference="S-2013-02"
                      title="Another one, chosen"
                      mark="contrary"
                      word="Going backwards"
                      on
                    />
                    <RegisterRow
                      reference="S-2013-03"
                      title="A third"
                      mark="not-assessed"
                      word="Not assessed"
                    />
                  </tbody>
                </table>
              </section>
            </div>
            <aside className="panel" aria-labelledby="g-panel">
              <p className="ref">
                S-2013-02 <span className="badge">public</span>
              </p>
              <h3 id="g-panel" className="serif">
                Another one, chosen
              </h3>
              <p className="hint">
                Now: <MarkWord mark="contrary" word="Going backwards" /> from 1 January 2015
              </p>
            </aside>
          </div>
        </div>
      </Section>
      <Section
        id="g-conflict"
        title="Two versions"
        note="The record moved on while this was typed. Nothing typed is lost."
      >
        <Conflict
          words={{
            caption: 'Two versions of the specimen assessment',
            theirs: 'As the record stands',
            theirsNote: 'saved today at 09:31',
            yours: 'What you typed',
            yoursNote: 'based on the version of 09:02',
            differs: 'differs',
          }}
          fields={[
            {
              key: 'level',
              label: 'Level',
              theirs: <MarkWord mark="limited" word="Limited progress" />,
              yours: <MarkWord mark="some" word="Some progress" />,
              differs: true,
            },
            {
              key: 'effective',
              label: 'Effective',
              theirs: '19 August 2016',
              yours: '19 August 2016',
              differs: false,
            },
            {
              key: 'rationale',
              label: 'Rationale',
              theirs: 'A draft was announced.',
              yours: 'A draft was announced and in part applied.',
              differs: true,
            },
          ]}
        />
      </Section>
      <Section id="g-sign-in" title="Sign-in">
        <div className="entry">
          <Brand href="#" name="Waymark" />
          <form>
            <InputField
              id="g-email"
              name="email"
              type="email"
              label="E-mail address"
              autoComplete="username"
            />
            <InputField
              id="g-password"
              name="password"
              type="password"
              label="Password"
              autoComplete="current-password"
            />
            <div className="acts">
              <button type="submit" className="btn-main">
                Sign in
              </button>
            </div>
          </form>
        </div>
      </Section>
    </>
  )
}

function RegisterRow({
  reference,
  title,
  mark,
  word,
  on = false,
}: {
  reference: string
  title: string
  mark: 'stale' | 'contrary' | 'not-assessed'
  word: string
  on?: boolean
}) {
  return (
    <tr className={on ? 'on' : undefined}>
      <td className="nowrap quiet">{reference}</td>
      <th scope="row">
        <a href={`#${reference}`}>{title}</a>
      </th>
      <td>
        <MarkWord mark={mark} word={word} />
      </td>
      <td className="nowrap" data-l="Since">
        1 January 2015
      </td>
      <td className="num" data-l="Evidence">
        2
      </td>
    </tr>
  )
}
