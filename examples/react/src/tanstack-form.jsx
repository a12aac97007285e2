import { useForm } from '@tanstack/react-form';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createValidator } from 'recording-standard';

const validator = await createValidator({ standard: 'wirral' });
const record = {
  type: 'visit',
  eventAt: '',
  text: '',
  decisions: [{ what: '', reasons: '', madeBy: { name: 'Helen Okafor', postTitle: 'Team manager' } }],
  author: { name: 'Priya Shah', postTitle: 'Social worker' },
};

const fields = [
  { name: 'eventAt', label: 'When was the visit?', Control: 'input' },
  { name: 'text', label: 'What you saw and heard', Control: 'textarea' },
  { name: 'decisions[0].what', label: 'What was decided', Control: 'textarea' },
  { name: 'decisions[0].reasons', label: 'Why', Control: 'textarea' },
];

function Visit() {
  const [saved, setSaved] = useState('');
  const form = useForm({
    defaultValues: record,
    validators: { onSubmit: validator },
    onSubmit: ({ value }) => setSaved(`Saved: ${value.decisions[0].what}`),
  });

  return (
    <>
      <h1>Visit</h1>
      <form noValidate onSubmit={(event) => { event.preventDefault(); form.handleSubmit(); }}>
        {fields.map(({ name, label, Control }) => (
          <form.Field key={name} name={name}>
            {({ state: { value, meta: { errors } }, handleChange, handleBlur }) => (
              <p>
                <label htmlFor={name}>{label}</label>
                {errors.length > 0 && <span className="error" id={`${name}-error`} role="alert">{errors[0].message}</span>}
                <Control id={name} value={value} onChange={({ target }) => handleChange(target.value)} onBlur={handleBlur}
                  aria-invalid={errors.length > 0} aria-describedby={errors.length > 0 ? `${name}-error` : undefined} />
              </p>
            )}
          </form.Field>
        ))}
        <button>Save</button>
      </form>
      <p role="status" id="saved">{saved}</p>
    </>
  );
}

createRoot(document.getElementById('main')).render(<StrictMode><Visit /></StrictMode>);
