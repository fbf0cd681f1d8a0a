import type { FileView } from '@waymark/api/features/file/file.view'
import { InputField } from '@waymark/ui/field'
import { type DragEvent, useRef, useState } from 'react'
import { formatSize, formatType } from './evidence-file.tsx'
import { EvidenceItemFields } from './evidence-item-fields.tsx'
import { type FormState, getControl, SourceList } from './form-frame.tsx'
import type { SourceChoice } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
/** The endings of files that can be evidence. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.webp,.html,.htm,.docx'

/** Choosing a file, or the address of a page to keep. */
function FileChoice({ state }: { state: FormState }) {
  const { t } = useDeskWords()
  const copy = t.evidence
  return (
    <>
      <p className="quiet">{copy.fileLead}</p>
      <div className="pick">
        <InputField
          label={copy.upload}
          hint={copy.uploadHint}
          type="file"
          accept={acceptedFiles}
          {...{ ...getControl(state, 'upload'), defaultValue: undefined }}
        />
        <button type="submit" name="intent" value="keep">
          {copy.keep}
        </button>
      </div>
      <div className="pick">
        <InputField
          label={copy.capture}
          hint={copy.captureHint}
          inputMode="url"
          autoComplete="off"
          {...getControl(state, 'url')}
        />
        <button type="submit" name="intent" value="capture">
          {copy.captureAct}
        </button>
      </div>
    </>
  )
}

/** The form of a new item: the file behind it, and what it shows. Works as it stands; with script a file can be dropped on it. */
export function EvidenceForm({
  state,
  file,
  sources,
}: {
  state: FormState
  file: FileView | null
  sources: readonly SourceChoice[]
}) {
  const { t } = useDeskWords()
  const copy = t.evidence
  const form = useRef<HTMLFormElement>(null)
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    if (file !== null || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    const input = form.current?.elements.namedItem('upload')
    if (!(input instanceof HTMLInputElement) || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    input.files = event.dataTransfer.files
    input.focus()
  }
  return (
    <form
      ref={form}
      method="post"
      encType="multipart/form-data"
      noValidate
      aria-label={copy.newTitle}
      className={isOver ? 'evidence over' : 'evidence'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {/* What Enter in a field does: the first button of a form. */}
      <button type="submit" name="intent" value="record" className="vh" tabIndex={-1} aria-hidden="true">
        {copy.recordAct}
      </button>
      <section className="part" aria-labelledby="file">
        <h2 id="file">{copy.file}</h2>
        {file === null ? (
          <FileChoice state={state} />
        ) : (
          <p>
            <input type="hidden" name="file" value={file.id} />
            <b>{file.name}</b>, {formatType(file.mediaType)}, {formatSize(file.bytes)}, SHA-256{' '}
            <code className="hash">{file.sha256}</code>{' '}
            <button type="submit" name="intent" value="drop" className="quietly">
              {copy.other}
            </button>
          </p>
        )}
      </section>
      <section className="part" aria-labelledby="shows">
        <h2 id="shows">{copy.shows}</h2>
        <EvidenceItemFields state={state} />
      </section>
      <div className="acts bare">
        <button type="submit" name="intent" value="record" className="btn-main">
          {copy.recordAct}
        </button>
      </div>
      <SourceList choices={sources} />
    </form>
  )
}
