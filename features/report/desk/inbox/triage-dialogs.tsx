import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { InboxWords, Report } from '../../contract/index.ts'
import { reportQuery } from '../report.queries.ts'
import { AdoptDialog } from './adopt-dialog.tsx'
import { ColumnDialog } from './column-dialog.tsx'
import { CompositeDialog } from './composite-dialog.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import { inboxTexts } from './inbox.texts.ts'
import { allOf, columnsOf } from './inbox-words.ts'
import { KeysDialog, OutcomeDialog } from './plain-dialogs.tsx'
import { plainRefusal, ReasonDialog, useUsualReasons } from './reason-dialogs.tsx'
import { Refused } from './refused.tsx'
import type { Claiming } from './use-claim.ts'
import type { TriageDesk, TriageDialog } from './use-triage.ts'

type TriageDialogsProps = {
  readonly desk: TriageDesk
  readonly words: InboxWords | undefined
  readonly claiming: Claiming
}

/** The dialogue that is open, if one is. */
export function TriageDialogs({ desk, words, claiming }: TriageDialogsProps) {
  const t = inboxTexts.useTexts()
  const usual = useUsualReasons()
  const { dialog } = desk
  const close = () => desk.setDialog(null)
  if (!dialog) return null
  const count = desk.chosen.size
  switch (dialog.kind) {
    case 'help':
      return <KeysDialog onClose={close} />
    case 'outcome':
      return <OutcomeDialog outcome={dialog.outcome} onClose={close} />
    case 'together':
      return <CompositeDialog ids={dialog.ids} words={words} onAdopt={desk.together} onClose={close} />
    case 'column-many': {
      const campaigns = new Set([...desk.chosen.values()].map(row => row.campaignId))
      const one = [...desk.chosen.values()][0]
      return (
        <ColumnDialog
          title={t('chooseColumnMany', { count })}
          columns={campaigns.size === 1 && one ? columnsOf(words, one) : allOf(words, 'columns')}
          onChoose={column => desk.quickMany('adopt', { column })}
          onEdit={null}
          onClose={close}
        />
      )
    }
    case 'return-many':
      return (
        <ReasonDialog
          title={t('returnTitleMany', { count })}
          confirm={t('return')}
          note={t('returnNote')}
          label={t('reason')}
          danger
          usual={usual}
          onConfirm={reason => desk.many('return', { reason })}
          refused={plainRefusal}
          // What was not done is told in a dialogue of its own.
          onClose={() => desk.setDialog(now => (now?.kind === 'outcome' ? now : null))}
        />
      )
    case 'forward-many':
      return (
        <ReasonDialog
          title={t('forwardMany', { count })}
          confirm={t('forward')}
          note={t('forwardNote')}
          label={t('forwardReason')}
          optional
          onConfirm={reason => desk.many('forward', reason ? { reason } : {})}
          refused={plainRefusal}
          onClose={() => desk.setDialog(now => (now?.kind === 'outcome' ? now : null))}
        />
      )
    default:
      return <OneDialog {...{ desk, words, claiming, usual, dialog, close }} />
  }
}

type OneDialogProps = TriageDialogsProps & {
  readonly dialog: Extract<TriageDialog, { readonly id: string }>
  readonly usual: readonly string[]
  readonly close: () => void
}

/** Dialogues about one report. */
function OneDialog(props: OneDialogProps) {
  const { data: report } = useQuery(reportQuery(props.dialog.id))
  return report ? <Shown key={props.dialog.kind + report.id} {...props} now={report} /> : null
}

function Shown({
  desk,
  words,
  claiming,
  dialog,
  usual,
  close,
  now: newest,
}: OneDialogProps & { now: Report }) {
  const t = inboxTexts.useTexts()
  // As it was when the dialogue was opened: what somebody changes meanwhile is shown before it is tried again.
  const [now] = useState(dialog.kind === 'refused' ? (dialog.shown ?? newest) : newest)
  const version = useRef(now.version)
  const takeOver = claiming.takeOver
  switch (dialog.kind) {
    case 'column':
      return (
        <ColumnDialog
          title={t('chooseColumn')}
          columns={columnsOf(words, now)}
          onChoose={column => void desk.quick(now, 'adopt', { version: now.version, column })}
          onEdit={() => desk.setDialog({ kind: 'adopt', id: now.id })}
          onClose={close}
        />
      )
    case 'adopt':
      return (
        <AdoptDialog
          report={now}
          words={words}
          onAdopt={(wording, version) => desk.perform(now, 'adopt', { version, ...wording })}
          onTakeOver={takeOver}
          onClose={close}
        />
      )
    case 'refused':
      return (
        <DialogFrame title={t('notNow', { deed: t(dialog.deed) })} onClose={close}>
          <Refused
            error={dialog.error}
            shown={{ ...now, version: dialog.body.version }}
            onRetry={latest =>
              void desk.quick(latest, dialog.deed, { ...dialog.body, version: latest.version })
            }
            onTakeOver={() =>
              void takeOver().then(() =>
                desk.quick(now, dialog.deed, { ...dialog.body, version: now.version }),
              )
            }
          />
        </DialogFrame>
      )
    default: {
      const { kind } = dialog
      const words = {
        return: { title: t('returnTitle'), note: t('returnNote'), label: t('reason') },
        revoke: { title: t('revokeTitle'), note: now.title, label: t('reason') },
        forward: { title: t('forwardTitle'), note: t('forwardNote'), label: t('forwardReason') },
      }[kind]
      return (
        <ReasonDialog
          {...words}
          confirm={t(kind)}
          danger={kind !== 'forward'}
          optional={kind === 'forward'}
          {...(kind === 'return' ? { usual } : {})}
          onConfirm={reason =>
            desk.perform(now, kind, { version: version.current, ...(reason ? { reason } : {}) })
          }
          refused={(error, again) => (
            <Refused
              error={error}
              shown={now}
              onRetry={latest => {
                version.current = latest.version
                again()
              }}
              onTakeOver={() => void takeOver().then(() => again())}
            />
          )}
          onClose={close}
        />
      )
    }
  }
}
