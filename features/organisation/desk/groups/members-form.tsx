import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { usePhone, useSending } from '@jianbao/ui'
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { type Group, type GroupMember, type GroupPost, groupPosts } from '../../contract/index.ts'
import form from '../form.module.css'
import { Refusal } from '../refusal.tsx'
import styles from './group.module.css'
import { groupTexts } from './group.texts.ts'
import { shift } from './group-values.ts'
import { PersonField } from './person-field.tsx'
import type { GroupDesk } from './use-group-desk.ts'

type MembersFormProps = { readonly group: Group; readonly desk: GroupDesk; readonly onClose: () => void }
export type Member = Pick<GroupMember, 'personId' | 'name' | 'title' | 'unitName' | 'post' | 'left'>

/** Who belongs to a group, as what and in which order; sent as a whole. */
export function MembersForm({ group, desk, onClose }: MembersFormProps) {
  const t = groupTexts.useTexts()
  const phone = usePhone()
  const [members, setMembers] = useState<readonly Member[]>(group.people)
  const { busy, error, send } = useSending(onClose)
  const save = () => {
    const list = members.map(({ personId, post }) => ({ personId, post }))
    return desk.send(
      { act: 'set-members', id: group.id, members: { version: group.version, members: list } },
      group.name,
    )
  }
  const set = (at: number, post: GroupPost) =>
    setMembers(members.map((member, index) => (index === at ? { ...member, post } : member)))
  return (
    <Drawer
      open
      size={phone ? '100%' : 620}
      title={t('membersTitle', { name: group.name })}
      onClose={onClose}
      footer={
        <div className={form['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={busy} onClick={() => void send(save)}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <div className={form['form']}>
        <Refusal
          error={error}
          overtaken={t('membersChanged', {
            names: group.people.map(person => person.name).join(t('comma')) || t('nobody'),
          })}
        />
        <PersonField
          taken={members.map(member => member.personId)}
          onPick={person => setMembers([...members, { ...person, post: 'member', left: false }])}
        />
        {members.length === 0 ? <p className={styles['quiet']}>{t('membersEmpty')}</p> : null}
        <ol className={styles['members']}>
          {members.map((member, at) => (
            <li key={member.personId}>
              <span className={styles['who']}>
                {member.name}
                <span className={styles['quiet']}>
                  {[member.unitName, member.title].filter(Boolean).join(' · ')}
                  {member.left ? ` · ${t('left')}` : ''}
                </span>
              </span>
              <Select<GroupPost>
                className={styles['post'] ?? ''}
                aria-label={t('post', { name: member.name })}
                value={member.post}
                onChange={post => set(at, post)}
                options={groupPosts.map(post => ({ value: post, label: t(`post.${post}`) }))}
              />
              <span className={styles['moves']}>
                <Button
                  type="text"
                  icon={<ArrowUpOutlined aria-hidden="true" />}
                  aria-label={t('moveUp', { name: member.name })}
                  disabled={at === 0}
                  onClick={() => setMembers(shift(members, at, at - 1))}
                />
                <Button
                  type="text"
                  icon={<ArrowDownOutlined aria-hidden="true" />}
                  aria-label={t('moveDown', { name: member.name })}
                  disabled={at === members.length - 1}
                  onClick={() => setMembers(shift(members, at, at + 1))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={t('takeOut', { name: member.name })}
                  onClick={() => setMembers(members.filter(other => other !== member))}
                />
              </span>
            </li>
          ))}
        </ol>
      </div>
    </Drawer>
  )
}
