import { FormField } from '@jianbao/ui'
import { Input } from 'antd'
import { useState } from 'react'
import type { OneTimePassword, Person } from '../../contract/index.ts'
import { ActDialog } from '../act-dialog.tsx'
import { usePeopleActs } from './person.queries.ts'
import { personTexts } from './person.texts.ts'

type OpenAccountDialogProps = {
  readonly person: Person
  readonly onTold: (told: OneTimePassword) => void
  readonly onClose: () => void
}

const usernamePattern = /^[A-Za-z][A-Za-z0-9_.]{1,31}$/

/** A user name, proposed from the name in pinyin; the password is made by the server. */
export function OpenAccountDialog({ person, onTold, onClose }: OpenAccountDialogProps) {
  const t = personTexts.useTexts()
  const { openAccount } = usePeopleActs()
  const [username, setUsername] = useState(person.usernameProposal ?? '')
  const wrong = username !== '' && !usernamePattern.test(username)
  return (
    <ActDialog
      title={t('openTitle', { name: person.name })}
      confirm={t('act.open-account')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      blocked={username === '' || wrong}
      onClose={onClose}
      onConfirm={async () => onTold(await openAccount(person.id, username))}
    >
      <p>{t('openWords')}</p>
      <FormField
        label={t('username')}
        hint={t('usernameHint')}
        problem={wrong ? t('usernameWrong') : undefined}
      >
        <Input
          value={username}
          maxLength={32}
          autoFocus
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={event => setUsername(event.target.value.trim())}
        />
      </FormField>
    </ActDialog>
  )
}
