import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { Member, Role, Session } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Paged } from '@/ui/Paged'
import { changeRole, membersQuery, removeMember } from './api'
import { RoleSelect } from './RoleSelect'
import { mayManage, rolesFor } from './rules'

/** Who is in; who may, changes roles and removes. */
export function Members({ me }: { me: Session['user'] }) {
  const t = useWords()
  const [leaving, setLeaving] = useState<Member | null>(null)
  return (
    <section className="grid gap-3">
      <h2 className="text-[17px] font-[660]">{t.people.members}</h2>
      <Paged query={useInfiniteQuery(membersQuery)} skeleton={{ rows: 3, height: 64 }}>
        {(members) => (
          <ul className="grid gap-2">
            {members.map((member) => (
              <MemberRow key={member.id} member={member} me={me} onRemove={() => setLeaving(member)} />
            ))}
          </ul>
        )}
      </Paged>
      <RemoveDialog member={leaving} onClose={() => setLeaving(null)} />
    </section>
  )
}

function MemberRow({ member, me, onRemove }: { member: Member; me: Session['user']; onRemove: () => void }) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (role: Role) => changeRole(member.id, role),
    onSuccess: () => toast.success(t.people.roleChanged),
    onError: (error) => toast.error(text(error)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.members }),
  })
  const own = member.id === me.id
  return (
    <li className="card flex flex-wrap items-center gap-3 px-4 py-3" data-member={member.email}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold break-words">{own ? t.people.you(member.name) : member.name}</p>
        <p className="text-[13.5px] break-words text-ink-3">{member.email}</p>
      </div>
      {!own && mayManage(me.role, member.role) ? (
        <>
          <RoleSelect
            aria-label={t.people.roleOf(member.name)}
            roles={rolesFor(me.role)}
            value={change.isPending ? change.variables : member.role}
            disabled={change.isPending}
            onChange={(event) => change.mutate(event.target.value as Role)}
          />
          <Button aria-label={t.people.removeWho(member.name)} onClick={onRemove}>
            {t.people.remove}
          </Button>
        </>
      ) : (
        <span className="text-ink-2">{t.roles[member.role]}</span>
      )}
    </li>
  )
}

function RemoveDialog({ member, onClose }: { member: Member | null; onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: removeMember,
    onSuccess: async () => {
      toast.success(t.people.removed)
      onClose()
      await Promise.all([keys.members, keys.me].map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  return (
    <ConfirmDialog
      open={member !== null}
      title={member ? t.people.removeWho(member.name) : ''}
      text={t.people.removeText}
      label={t.people.remove}
      work={remove}
      onConfirm={() => member && remove.mutate(member.id)}
      onClose={onClose}
    />
  )
}
