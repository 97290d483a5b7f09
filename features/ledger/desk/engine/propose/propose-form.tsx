import { ProblemNotice } from '@jianbao/ui'
import type { ReactNode } from 'react'
import type { LedgerSummary } from '../../../contract/index.ts'
import type { FieldsProps } from './form.types.ts'
import styles from './propose.module.css'
import { WhatFields } from './what-fields.tsx'
import { WhenFields } from './when-fields.tsx'
import { WhoFields } from './who-fields.tsx'

type ProposeFormProps = FieldsProps & {
  readonly label: string
  readonly ledgers: readonly LedgerSummary[]
  /** A draft that is there keeps its ledger and its unit. */
  readonly fixed?: boolean
  readonly error: ReactNode
  readonly buttons: ReactNode
  readonly onSubmit: () => void
}

/** What an item says, for a new one and for a draft. */
export function ProposeForm(props: ProposeFormProps) {
  const { label, ledgers, fixed = false, error, buttons, onSubmit, ...fields } = props
  return (
    <form
      className={styles['form']}
      aria-label={label}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <WhatFields {...fields} ledgers={ledgers} fixed={fixed} />
      <WhoFields {...fields} withUnits={!fixed} />
      <WhenFields {...fields} />
      {error}
      <div className={styles['foot']}>{buttons}</div>
    </form>
  )
}

/** Why it was not taken; nothing as long as nothing was refused. */
export const refusedNotice = (error: unknown): ReactNode => (error ? <ProblemNotice error={error} /> : null)
