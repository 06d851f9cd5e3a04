'use client';

import type { Company } from '@/lib/domain/catalogue/product';
import { LocalizedField, Section, TextField, useEditor } from './editor-parts';

/** What GPSR Art. 19 wants beside each product. */
export function SafetySection() {
  const { draft, change, words } = useEditor();
  return (
    <Section title={words.safety} lead={words.safetyLead}>
      <CompanyFields place="maker" title={words.maker} company={draft.maker} onChange={(maker) => change({ maker })} />
      <CompanyFields
        place="responsible"
        title={words.responsible}
        lead={words.responsibleLead}
        company={draft.responsible}
        onChange={(responsible) => change({ responsible })}
      />
      <LocalizedField
        place="warnings"
        label={words.warnings}
        value={draft.warnings}
        onText={(warnings) => change({ warnings })}
        rows={3}
        maxLength={2000}
      />
    </Section>
  );
}

type CompanyFieldsProps = {
  place: string;
  title: string;
  lead?: string;
  company: Company;
  onChange: (company: Company) => void;
};

function CompanyFields({ place, title, lead, company, onChange }: CompanyFieldsProps) {
  const { words } = useEditor();
  const field = (name: keyof Company, label: string, maxLength: number) => (
    <TextField
      place={`${place}.${name}`}
      label={label}
      value={company[name]}
      onText={(text) => onChange({ ...company, [name]: text })}
      maxLength={maxLength}
    />
  );
  return (
    <fieldset className="grid gap-3">
      <legend className="text-sm font-bold">{title}</legend>
      {lead && <p className="text-xs text-muted">{lead}</p>}
      {field('name', words.companyName, 200)}
      {field('address', words.companyAddress, 300)}
      {field('contact', words.companyContact, 300)}
    </fieldset>
  );
}
