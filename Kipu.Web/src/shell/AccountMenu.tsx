import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  ChevronsUpDown,
  CircleUserRound,
  CreditCard,
  KeyRound,
  LogOut,
  Moon,
  ScrollText,
  Settings,
  Sun,
  Users,
  Webhook,
} from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { toast } from 'sonner'
import { signOut } from '@/features/auth/api'
import { isActive } from '@/features/recorder/machine'
import { halt, recorderState } from '@/features/recorder/recorder'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { chooseTheme, useTheme } from '@/session/theme'
import { useSession } from '@/session/useSession'
import { Avatar } from '@/ui/Avatars'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'

export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const t = useWords()
  const session = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const text = useErrorText()
  const [asking, setAsking] = useState(false)
  useTheme()
  if (!session) return null
  const dark = document.documentElement.dataset.theme === 'dark'
  const leave = async () => {
    setAsking(false)
    try {
      await signOut()
    } catch (error) {
      toast.error(text(error))
      return
    }
    client.clear()
    toast.success(t.auth.signedOut)
    // Only now: a sign-out that fails stops no recording.
    await halt()
  }
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className={compact ? undefined : 'me'}>
          {compact ? (
            <>
              <CircleUserRound className="icon" strokeWidth={1.5} aria-hidden />
              {t.nav.more}
            </>
          ) : (
            <>
              <Avatar name={session.user.name} colour="var(--color-s1)" />
              <span className="wide">{session.user.name}</span>
              <ChevronsUpDown className="icon" strokeWidth={1.5} aria-hidden />
            </>
          )}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" side="top" align="start" sideOffset={8} collisionPadding={12}>
            <DropdownMenu.Label className="menu-label">{session.user.email}</DropdownMenu.Label>
            <DropdownMenu.Item className="menu-item" onSelect={() => chooseTheme(dark ? 'light' : 'dark')}>
              {dark ? <Sun className="icon" strokeWidth={1.5} aria-hidden /> : <Moon className="icon" strokeWidth={1.5} aria-hidden />}
              {t.nav.theme}: {dark ? t.settings.light : t.settings.dark}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => navigate({ to: '/plan' })}>
              <CreditCard className="icon" strokeWidth={1.5} aria-hidden />
              {t.nav.plan}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => navigate({ to: '/people' })}>
              <Users className="icon" strokeWidth={1.5} aria-hidden />
              {t.nav.people}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => navigate({ to: '/api-keys' })}>
              <KeyRound className="icon" strokeWidth={1.5} aria-hidden />
              {t.developers.title}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => navigate({ to: '/webhooks' })}>
              <Webhook className="icon" strokeWidth={1.5} aria-hidden />
              {t.webhooks.title}
            </DropdownMenu.Item>
            {session.user.role !== 'USER' && (
              <DropdownMenu.Item className="menu-item" onSelect={() => navigate({ to: '/audit' })}>
                <ScrollText className="icon" strokeWidth={1.5} aria-hidden />
                {t.audit.title}
              </DropdownMenu.Item>
            )}
            <DropdownMenu.Item className="menu-item" onSelect={() => navigate({ to: '/settings' })}>
              <Settings className="icon" strokeWidth={1.5} aria-hidden />
              {t.nav.settings}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => (isActive(recorderState()) ? setAsking(true) : leave())}>
              <LogOut className="icon" strokeWidth={1.5} aria-hidden />
              {t.nav.signOut}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <Dialog open={asking} onOpenChange={setAsking} title={t.record.leaveTitle} text={t.record.leaveText}>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsking(false)}>{t.record.stay}</Button>
          <Button look="danger" onClick={leave}>
            {t.record.leave}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
