import { useRoleWords } from '@jianbao/ui'
import { App } from 'antd'
import type { OneTimePassword, Person, PersonPost } from '../../contract/index.ts'
import { ActDialog } from '../act-dialog.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { OpenAccountDialog } from './open-account-dialog.tsx'
import { type PlainAct, usePeopleActs } from './person.queries.ts'
import { personTexts } from './person.texts.ts'
import { PersonForm } from './person-form.tsx'

/** What somebody wants to do with the person, still to be confirmed. */
export type Asking =
  | { readonly act: 'edit' | 'grant' | 'open-account' | 'reset-password' }
  | { readonly act: 'leave' | 'return' | 'lock' | 'unlock' | 'reset-second-factor' }
  | { readonly act: 'withdraw'; readonly post: PersonPost }
  | { readonly act: 'end-sessions'; readonly count: number }

type PersonDialogProps = {
  readonly person: Person
  readonly asking: Asking
  /** A one-time password was made, to be told once. */
  readonly onTold: (told: OneTimePassword) => void
  readonly onClose: () => void
}

export function PersonDialog({ person, asking, onTold, onClose }: PersonDialogProps) {
  const t = personTexts.useTexts()
  const { message } = App.useApp()
  switch (asking.act) {
    case 'edit':
      return <PersonForm person={person} onClose={onClose} onDone={() => void message.success(t('saved'))} />
    case 'grant':
      return <GrantDialog person={person} onClose={onClose} />
    case 'open-account':
      return <OpenAccountDialog person={person} onTold={onTold} onClose={onClose} />
    default:
      return <Confirmation person={person} asking={asking} onTold={onTold} onClose={onClose} />
  }
}

const plainTexts = {
  leave: ['leaveTitle', 'leaveWords', 'leftNow'],
  return: ['returnTitle', 'returnWords', 'returnedNow'],
  lock: ['lockTitle', 'lockWords', 'lockedNow'],
  unlock: ['unlockTitle', 'unlockWords', 'unlockedNow'],
  'reset-second-factor': ['factorTitle', 'factorWords', 'factorReset'],
  'end-sessions': ['endAllTitle', 'endAllWords', 'ended'],
} as const satisfies Record<PlainAct, readonly string[]>

const dangerous: readonly string[] = ['leave', 'lock', 'end-sessions', 'withdraw']

type ConfirmationProps = Omit<PersonDialogProps, 'asking'> & {
  readonly asking:
    | Exclude<Asking, { act: 'edit' | 'grant' | 'open-account' }>
    | { readonly act: 'reset-password' }
}

/** Asks once, in a sentence that says what will follow. */
function Confirmation({ person, asking, onTold, onClose }: ConfirmationProps) {
  const t = personTexts.useTexts()
  const roleWords = useRoleWords()
  const { message } = App.useApp()
  const acts = usePeopleActs()
  const { id, name } = person
  const postWords = ({ role, unitName }: PersonPost) => ({ role: roleWords(role), unit: unitName })
  const common = {
    confirm: t(`act.${asking.act}`),
    cancel: t('cancel'),
    danger: dangerous.includes(asking.act),
    overtaken: t('overtaken'),
    onClose,
  }
  if (asking.act === 'withdraw') {
    const words = postWords(asking.post)
    return (
      <ActDialog
        {...common}
        title={t('withdrawTitle', { name })}
        onConfirm={async () => {
          await acts.withdraw(id, asking.post.id)
          void message.success(t('withdrawn', words))
        }}
      >
        <p>{t('withdrawWords', words)}</p>
      </ActDialog>
    )
  }
  if (asking.act === 'reset-password')
    return (
      <ActDialog
        {...common}
        title={t('resetTitle', { name })}
        onConfirm={async () => onTold(await acts.resetPassword(id))}
      >
        <p>{t('resetWords')}</p>
      </ActDialog>
    )
  const act = asking.act as PlainAct
  const [title, words, done] = plainTexts[act]
  const posts = person.posts.map(post => t('postOf', postWords(post))).join('、')
  return (
    <ActDialog
      {...common}
      title={t(title, { name })}
      onConfirm={async () => {
        await acts.plain(act, id)
        void message.success(t(done, { name }))
      }}
    >
      <p>{t(words, 'count' in asking ? { count: asking.count } : {})}</p>
      {act === 'leave' && posts ? <p>{t('leavePosts', { posts })}</p> : null}
    </ActDialog>
  )
}
