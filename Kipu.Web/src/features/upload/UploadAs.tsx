import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useWords } from '@/i18n/language'
import { analysisSettingsQuery, templatesQuery } from '@/session/templates'

/** Says before the files are picked what kind of meeting they are. What isn't said is as the organization has set it. */
export function UploadAs({ onPick }: { onPick: (template: string) => void }) {
  const t = useWords()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="btn btn-ghost btn-icon upload-as" aria-label={t.upload.as} title={t.upload.as}>
        <ChevronDown className="icon" strokeWidth={1.5} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={8} collisionPadding={12}>
          <DropdownMenu.Label className="menu-label">{t.upload.as}</DropdownMenu.Label>
          <Kinds onPick={onPick} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Kinds({ onPick }: { onPick: (template: string) => void }) {
  const t = useWords()
  const { data: templates = [] } = useQuery(templatesQuery)
  const { data: settings } = useQuery(analysisSettingsQuery)
  const kinds = [...templates, { id: '', name: t.templates.none }]
  return kinds.map(({ id, name }) => (
    <DropdownMenu.Item key={id} className="menu-item" onSelect={() => onPick(id)}>
      {name}
      {settings && id === (settings.template ?? '') && <span className="tag">{t.upload.usual}</span>}
    </DropdownMenu.Item>
  ))
}
