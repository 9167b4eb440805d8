import type { KeyboardEvent } from 'react'
import type { CallerHistory } from '#shared/contract/desktop/views.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { peopleLinkMessages as links } from '#shared/i18n/people-links.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import type { QueryView } from '#renderer/client/use-core.ts'
import { CaseLineList } from '#renderer/parts/case-line-row.tsx'
import { PersonLine } from '#renderer/parts/person-line.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useIsJoined } from '#renderer/parts/use-is-joined.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Link } from '#renderer/ui/link.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState, SkeletonLines } from '#renderer/ui/states.tsx'
import css from './intake.module.css'

/** Where the key field sends the arrow down. */
export const callerListId = 'intake-callers'

const shownCases = 4

interface CallersPanelProps {
  /** Nothing is asked before three letters or figures stand there. */
  readonly asked: boolean
  readonly query: QueryView<{ readonly callers: readonly CallerHistory[] }>
  readonly onChoose: (caller: CallerHistory) => void
}

/** whom the office knows by what was typed, with open and earlier cases, before the form is filled. */
export function CallersPanel({ asked, query, onChoose }: CallersPanelProps) {
  const { t } = useSpeech()
  return (
    <Panel title={t(messages.callers)}>
      {asked ? (
        <AsyncView
          query={query}
          skeleton={<SkeletonLines count={3} />}
          isEmpty={({ callers }) => callers.length === 0}
          empty={<EmptyState icon="user" title={t(messages.callersNone)} text={t(messages.callersNoneText)} />}
        >
          {({ callers }) => <Callers callers={callers} onChoose={onChoose} />}
        </AsyncView>
      ) : (
        <EmptyState icon="phone" title={t(messages.callersIdle)} text={t(messages.callersIdleText)} />
      )}
    </Panel>
  )
}

function Callers({
  callers,
  onChoose,
}: Pick<CallersPanelProps, 'onChoose'> & { readonly callers: readonly CallerHistory[] }) {
  const { t } = useSpeech()
  return (
    <>
      <p className="visually-hidden" role="status">
        {t(messages.callersFound, { count: callers.length })}
      </p>
      <ul id={callerListId} className={css['callers']} aria-label={t(messages.callers)} onKeyDown={moveAmongButtons}>
        {callers.map((caller) => (
          <li key={caller.person.id}>
            <Caller caller={caller} onChoose={() => onChoose(caller)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Arrows walk over the people; the field of the number is above the first. */
function moveAmongButtons(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.code]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step]
  event.preventDefault()
  next?.focus()
}

/** He who was taken into the form stays in sight with what he brought before. */
export function KnownCallerPanel({ id }: { readonly id: string }) {
  const { t } = useSpeech()
  const query = useCoreQuery(api.people.get.queryOptions({ input: { id } }))
  return (
    <Panel title={t(messages.callers)}>
      <AsyncView query={query} skeleton={<SkeletonLines count={3} />}>
        {(caller) => <Caller caller={caller} />}
      </AsyncView>
    </Panel>
  )
}

interface CallerProps {
  readonly caller: CallerHistory
  /** Missing: he is in the form already. */
  readonly onChoose?: () => void
}

function Caller({ caller, onChoose }: CallerProps) {
  const { t } = useSpeech()
  const isJoined = useIsJoined()
  const { person, cases, open, total } = caller
  const hidden = total - Math.min(total, shownCases)
  const who = (
    <>
      <PersonLine person={person} />
      <span className={css['counts']}>
        {t(messages.callerCases, { count: total })}
        {total > 0 && ` – ${t(messages.callerOpen, { count: open })}`}
      </span>
    </>
  )
  return (
    <div className={css['caller']} data-chosen={onChoose === undefined || undefined}>
      {onChoose === undefined ? (
        <div className={css['taken']}>{who}</div>
      ) : (
        <button type="button" className={css['choose']} onClick={onChoose}>
          <span className="visually-hidden">{t(messages.chooseCaller, { name: person.displayName })}</span>
          {who}
        </button>
      )}
      {cases.length > 0 && (
        <CaseLineList lines={cases.slice(0, shownCases)} label={t(messages.casesOf, { name: person.displayName })} />
      )}
      {isJoined && <Link href={paths.person(person.id)}>{t(links.notAskedYet)}</Link>}
      {hidden > 0 && <Link href={paths.person(person.id)}>{t(messages.moreCases, { count: hidden })}</Link>}
    </div>
  )
}
