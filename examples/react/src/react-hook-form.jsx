import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { StrictMode, useState } from 'react';
import { createValidator } from 'recording-standard';

const validator = await createValidator({ standard: 'wirral' });
const resolver = standardSchemaResolver(validator);
const record = {
  type: 'visit',
  eventAt: '',
  text: '',
  decisions: [{ what: '', reasons: '', madeBy: { name: 'Helen Okafor', postTitle: 'Team manager' } }],
  author: { name: 'Priya Shah', postTitle: 'Social worker' },
};

function Visit() {
  const { register, handleSubmit, formState: { errors } } = useForm({ resolver, defaultValues: record });
  const [saved, setSaved] = useState('');

  const field = (name, error, label, Control) => (
    <p>
      <label htmlFor={name}>{label}</label>
      {error && <span className="error" id={`${name}-error`} role="alert">{error.message}</span>}
      <Control id={name} {...register(name)} aria-invalid={Boolean(error)} aria-describedby={error && `${name}-error`} />
    </p>
  );

  return (
    <>
      <h1>Visit</h1>
      <form onSubmit={handleSubmit(({ decisions }) => setSaved(`Saved: ${decisions[0].what}`))} noValidate>
        {field('eventAt', errors.eventAt, 'When was the visit?', 'input')}
        {field('text', errors.text, 'What you saw and heard', 'textarea')}
        {field('decisions.0.what', errors.decisions?.[0]?.what, 'What was decided', 'textarea')}
        {field('decisions.0.reasons', errors.decisions?.[0]?.reasons, 'Why', 'textarea')}
        <button>Save</button>
      </form>
      <p role="status" id="saved">{saved}</p>
    </>
  );
}

createRoot(document.getElementById('main')).render(<StrictMode><Visit /></StrictMode>);
