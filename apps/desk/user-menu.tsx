import { UserOutlined } from '@ant-design/icons'
import {
  chooseLanguage,
  chooseTheme,
  languages,
  settleBeforeSignOut,
  type ThemeChoice,
  themeChoices,
  useLanguage,
  useThemeChoice,
} from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { deskTexts } from './desk.texts.ts'
import { useSession } from './session.context.ts'
import { useSignOut } from './session.queries.ts'
import { usePosts } from './use-posts.ts'
import styles from './user-menu.module.css'

const themeLabels = {
  light: 'themeLight',
  dark: 'themeDark',
  system: 'themeSystem',
} as const satisfies Record<ThemeChoice, string>
const languageNames = { zh: '中文', en: 'English' } as const

/** Who one is and where, the account, theme, language and the way out. */
export function UserMenu({ narrow }: { narrow: boolean }) {
  const t = deskTexts.useTexts()
  const { user } = useSession()
  const theme = useThemeChoice()
  const language = useLanguage()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const leave = async () => {
    const left = await settleBeforeSignOut(user.id)
    if (left.length === 0) return signOut.mutate()
    modal.confirm({
      title: t('leaveTitle'),
      content: left.map(sentence => <p key={sentence}>{sentence}</p>),
      okText: t('leaveAnyway'),
      cancelText: t('leaveNot'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => signOut.mutate(),
    })
  }

  const items: MenuProps['items'] = [
    { type: 'group', key: 'me', label: <Posts /> },
    { key: 'account', label: t('account') },
    {
      type: 'group',
      key: 'themes',
      label: t('theme'),
      children: themeChoices.map(choice => ({ key: `theme:${choice}`, label: t(themeLabels[choice]) })),
    },
    {
      type: 'group',
      key: 'languages',
      label: t('language'),
      children: languages.map(choice => ({ key: `language:${choice}`, label: languageNames[choice] })),
    },
    { type: 'divider' },
    { key: 'signOut', label: t('signOut') },
  ]
  const onClick: MenuProps['onClick'] = ({ key }) => {
    for (const choice of themeChoices) if (key === `theme:${choice}`) chooseTheme(choice)
    for (const choice of languages) if (key === `language:${choice}`) chooseLanguage(choice)
    if (key === 'account') void navigate({ to: '/account' })
    if (key === 'signOut') void leave()
  }

  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, onClick, selectable: true, selectedKeys: [`theme:${theme}`, `language:${language}`] }}
    >
      <Button
        type="text"
        icon={<UserOutlined aria-hidden="true" />}
        aria-label={t('userMenu', { name: user.name })}
        aria-haspopup="menu"
        loading={signOut.isPending}
      >
        {narrow ? null : user.name}
      </Button>
    </Dropdown>
  )
}

function Posts() {
  const t = deskTexts.useTexts()
  const { user } = useSession()
  const posts = usePosts()
  return (
    <span className={styles['me']}>
      <strong>{user.name}</strong>
      {posts.length === 0 ? <span>{t('noPosts')}</span> : null}
      {posts.map(line => (
        <span key={line}>{line}</span>
      ))}
    </span>
  )
}
