import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type ItemAction, itemDeeds } from '../../../../contract/index.ts'
import { AmendForm } from './amend-form.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { DecomposeForm } from './decompose-form.tsx'
import type { DeedProps } from './deed-props.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import { FeedbackDialog } from './feedback-dialog.tsx'
import { HandDialog } from './hand-dialog.tsx'
import { PlainDialog } from './plain-dialog.tsx'
import { ProgressForm } from './progress-form.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'

type DeedDialogProps = DeedProps & { readonly action: ItemAction }

const forms = {
  amend: AmendForm,
  close: CloseDialog,
  decide: DecideDialog,
  decompose: DecomposeForm,
  extend: ExtendDialog,
  feedback: FeedbackDialog,
  hand: HandDialog,
  progress: ProgressForm,
  reopen: ReopenDialog,
  edit: EditPlace,
}

/** The form of one deed. */
export function DeedDialog({ action, ...props }: DeedDialogProps) {
  const plain = itemDeeds.find(deed => deed === action)
  if (action in forms) {
    const Form = forms[action as keyof typeof forms]
    return <Form {...props} />
  }
  return plain ? <PlainDialog {...props} deed={plain} /> : null
}

/** A proposal is worded on a page of its own. */
function EditPlace({ item, onClose }: DeedProps) {
  const navigate = useNavigate()
  useEffect(() => {
    onClose()
    void navigate({ to: '/ledger-items/$id/edit', params: { id: item.id } })
  }, [item.id, navigate, onClose])
  return null
}
