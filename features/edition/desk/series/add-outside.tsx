import { FormField } from '@jianbao/ui'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { AddProps } from './add-recipients.types.ts'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u

/** Somebody outside the tree of units: an address to send it to, or only a name to print. */
export function AddOutside({ taken, onAdd }: AddProps) {
  const t = seriesTexts.useTexts()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const wrong = email.trim() !== '' && !address.test(email.trim())
  const blocked = !name.trim() || wrong || taken.some(each => each.name === name.trim())
  const add = () => {
    if (!blocked) onAdd([{ name: name.trim(), unitId: null, email: email.trim() || null }])
  }
  return (
    <form
      className={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        add()
      }}
    >
      <FormField label={t('outsideName')}>
        <Input value={name} maxLength={60} onChange={event => setName(event.target.value)} />
      </FormField>
      <FormField
        label={t('outsideEmail')}
        hint={t('outsideEmailHint')}
        problem={wrong ? t('emailWrong') : null}
      >
        <Input
          type="text"
          inputMode="email"
          value={email}
          maxLength={254}
          autoComplete="off"
          onChange={event => setEmail(event.target.value)}
        />
      </FormField>
      <div className={styles['foot']}>
        <Button type="primary" htmlType="submit" disabled={blocked}>
          {t('addThem')}
        </Button>
      </div>
    </form>
  )
}
