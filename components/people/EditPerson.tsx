import { type FormEvent, useState } from 'react';
import { t } from '../../lib/i18n';
import type { PersonChange } from '../../lib/identity/people';
import type { Prospect } from '../../lib/identity/prospect';
import type { Answer, WhoIs } from '../../lib/messages';
import { Dotted } from '../common/Dotted';
import { Phrase } from '../common/Phrase';
import { ProspectPicker, type SearchProspects } from '../common/ProspectPicker';
import { Field } from '../options/Field';
import { SaidLine } from '../options/SaidLine';
import { useSaid } from '../options/useSaid';

interface EditPersonProps {
  who: WhoIs;
  search: SearchProspects;
  onChange: (change: PersonChange) => Promise<Answer<{ person: Prospect }>>;
}

/** Who somebody is: another name, another address, the same as somebody else, or not after all. */
export default function EditPerson({ who, search, onChange }: EditPersonProps) {
  const { person, others } = who;
  const [name, setName] = useState(person.name);
  const [company, setCompany] = useState(person.company ?? '');
  const [email, setEmail] = useState('');
  const [merging, setMerging] = useState(false);
  const { said, run } = useSaid();
  const change = (wanted: PersonChange, done: string) =>
    run(t('saving'), onChange(wanted), () => done);

  const rename = (event: FormEvent) => {
    event.preventDefault();
    const to = {
      name: name.trim() || person.name,
      ...(company.trim() && { company: company.trim() }),
    };
    void change({ kind: 'rename', person, to }, t('person_renamed'));
  };
  const addAddress = async (event: FormEvent) => {
    event.preventDefault();
    const added = await change(
      { kind: 'address', person, email },
      t('person_address_added', email),
    );
    if (added) setEmail('');
  };
  return (
    <section className="edit-person" aria-labelledby="edit-person-title" data-testid="edit-person">
      <h2 id="edit-person-title">
        <Phrase of="person_title" with={[<bdi key="name">{person.name}</bdi>]} />
      </h2>
      <p className="quiet">{t('person_text')}</p>
      <form noValidate onSubmit={rename}>
        <Field label={t('person_name')} value={name} onChange={setName} testId="person-name" />
        <Field
          label={t('person_company')}
          value={company}
          onChange={setCompany}
          testId="person-company"
        />
        <button type="submit" data-testid="person-rename">
          {t('save')}
        </button>
      </form>
      <h3>{t('person_addresses')}</h3>
      <ul className="addresses">
        <li>{person.email ?? t('person_no_address')}</li>
        {others.map(({ key, known }) => (
          <li key={key} data-testid="person-other">
            <Dotted parts={known.email ? [known.email] : [known.name, known.company]} />{' '}
            <button
              type="button"
              className="link"
              data-testid="person-split"
              onClick={() => void change({ kind: 'split', key }, t('person_split_done'))}
            >
              {t('person_split')}
              <span className="visually-hidden">: {known.email ?? known.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <form noValidate onSubmit={(event) => void addAddress(event)}>
        <Field
          label={t('person_add_address')}
          value={email}
          onChange={setEmail}
          placeholder="name@company.com"
          testId="person-address"
        />
        <button
          type="submit"
          disabled={!/^\S+@\S+\.\S+$/.test(email.trim())}
          data-testid="person-address-add"
        >
          {t('person_add')}
        </button>
      </form>
      <button
        type="button"
        className="link"
        aria-expanded={merging}
        data-testid="person-merge-toggle"
        onClick={() => setMerging(!merging)}
      >
        {t('person_merge')}
      </button>
      {merging && (
        <ProspectPicker
          label={t('person_merge_with')}
          search={search}
          onPick={({ prospect }) => {
            setMerging(false);
            void change(
              { kind: 'merge', from: prospect, into: person },
              t('person_merged', prospect.name),
            );
          }}
        />
      )}
      <p>
        <SaidLine said={said} testId="person-said" />
      </p>
    </section>
  );
}
