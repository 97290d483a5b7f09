import type { Reading } from '../reading.marks.ts'
import { ColumnDialog, ContributorDialog, HeadlineDialog } from './article-dialogs.tsx'
import { DateDialog } from './date-dialog.tsx'
import type { DialogProps } from './dialog-frame.tsx'
import { EventDialog, FigureDialog } from './fact-dialogs.tsx'
import type { Dialog } from './intend-edit.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { MoveDialog, SplitDialog } from './place-dialogs.tsx'
import { UnitDialog } from './unit-dialog.tsx'

type ReviewDialogProps = DialogProps & {
  readonly dialog: Dialog
  readonly at: number
  readonly reading: Reading
}

/** The dialogue a key asked for, with the thing it speaks of. */
export function ReviewDialog({ dialog, ...common }: ReviewDialogProps) {
  const { reading } = common
  switch (dialog.name) {
    case 'issue':
      return <IssueDialog {...common} />
    case 'column':
      return <ColumnDialog {...common} column={dialog.column} />
    case 'headline':
      return <HeadlineDialog {...common} place={dialog.place} />
    case 'contributor':
      return <ContributorDialog {...common} place={dialog.place} />
    case 'move':
      return <MoveDialog {...common} place={dialog.place} paragraph={dialog.paragraph} />
    case 'split':
      return <SplitDialog {...common} place={dialog.place} cursor={dialog.cursor} />
  }
  const { column, article, event: at } = dialog.place
  const event = reading.columns[column]?.articles[article]?.events[at]
  if (!event) return null
  const { place } = dialog
  switch (dialog.name) {
    case 'event':
      return <EventDialog {...common} place={place} event={event} />
    case 'unit':
      return <UnitDialog {...common} place={place} event={event} index={dialog.index} />
    case 'date':
      return <DateDialog {...common} place={place} event={event} index={dialog.index} />
    case 'figure':
      return dialog.index === null || !event.figures[dialog.index] ? null : (
        <FigureDialog {...common} place={place} event={event} index={dialog.index} />
      )
  }
}
