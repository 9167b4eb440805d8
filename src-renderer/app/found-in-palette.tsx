import { api } from '#renderer/client/core.ts'
import { failureFrom } from '#renderer/client/errors.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import type { PaletteAction } from '#renderer/ui/palette.tsx'
import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { formatPhone } from '#shared/domain/person/format-phone.ts'
import { statusLabels } from '#shared/i18n/codes.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { searchMessages } from '#shared/i18n/search.ts'

/** The cases that fit what is typed, the surest first. */
export function useFoundCases(text: string): readonly PaletteAction[] {
  const { t, say, label } = useSpeech()
  const wanted = text.length >= 2
  const input = { text: wanted ? text : '-', page: { offset: 0, limit: 7 } }
  const found = useCoreQuery(api.cases.search.queryOptions({ input }), { enabled: wanted, keepPrevious: true })
  if (!wanted) return []
  // Whoever types and presses Enter at once means what he typed, not what was found for its beginning.
  const early = found.isPlaceholderData ? () => navigate(paths.search(text)) : null
  const lines = (found.data?.lines ?? []).map((line) => {
    const action = caseAction(line, label(statusLabels, line.status))
    return early === null ? action : { ...action, byKey: early }
  })
  const all = {
    key: 'search',
    label: t(words.searchFor, { text }),
    icon: 'search' as const,
    run: () => navigate(paths.search(text)),
  }
  const held = early === null ? (found.data?.held ?? null) : null
  if (held !== null) {
    const label = t(searchMessages.heldTitle, { number: held.reference })
    const content = <Isolated ltr>{held.reference}</Isolated>
    return [{ ...all, key: 'held', icon: 'alert', label, content, detail: label }, ...lines, all]
  }
  const moved = early === null ? (found.data?.moved ?? null) : null
  if (moved !== null) {
    const label = t(searchMessages.movedTitle, { number: moved.reference, unit: say(moved.unit.name) })
    const content = <Isolated ltr>{moved.reference}</Isolated>
    return [{ ...all, key: 'moved', icon: 'send', label, content, detail: label }, ...lines, all]
  }
  const slip = early === null ? (found.data?.slip ?? null) : null
  if (slip === null) return [...lines, all]
  const told = say(failureFrom('reference-check-digit', { reference: slip }))
  const content = <Isolated ltr>{slip}</Isolated>
  return [{ ...all, key: 'slip', icon: 'alert', label: told, content, detail: told }, ...lines, all]
}

function caseAction(line: CaseLine, status: string): PaletteAction {
  return {
    key: line.id,
    label: line.reference,
    icon: 'file',
    content: (
      <>
        <Isolated ltr>{line.reference}</Isolated> · <Isolated>{line.subject}</Isolated>
      </>
    ),
    detail: (
      <>
        {status}
        {line.person !== null && (
          <>
            {' · '}
            <Isolated>{line.person}</Isolated>
          </>
        )}
      </>
    ),
    run: () => navigate(paths.case(line.id)),
  }
}

/** Each search for people is recorded: it is made when the typing rests, not with every letter. */
export function useFoundPeople(typed: string): readonly PaletteAction[] {
  const { has } = useSession()
  const text = useDebounced(typed, 200)
  const wanted = text.length >= 3 && has('identify')
  const input = { text: wanted ? text : '-', limit: 4 }
  const found = useCoreQuery(api.people.search.queryOptions({ input }), { enabled: wanted, keepPrevious: true })
  if (!wanted) return []
  const isEarly = found.isPlaceholderData || text !== typed
  return (found.data ?? []).map(({ id, displayName, details }) => {
    const phone = details.mobile ?? details.phone
    return {
      key: `person-${id}`,
      label: displayName,
      icon: details.kind === 'institution' ? 'building' : 'user',
      content: <Isolated>{displayName}</Isolated>,
      ...(phone === undefined ? {} : { detail: <Isolated ltr>{formatPhone(phone)}</Isolated> }),
      run: () => navigate(paths.person(id)),
      ...(isEarly ? { byKey: () => navigate(paths.search(typed)) } : {}),
    }
  })
}
