import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { Checked } from './checked';

@Component({
  selector: 'app-visit',
  imports: [ReactiveFormsModule, Checked],
  templateUrl: 'visit.html',
})
export class Visit {
  readonly form = inject(NonNullableFormBuilder).group({ visitedOn: '', happened: '', views: '' });
  readonly isSeen = signal(false);
  readonly saved = signal('');
  private readonly happened = toSignal(this.form.controls.happened.valueChanges, { initialValue: '' });
  readonly words = computed(() => this.happened().split(/\s+/).filter(Boolean).length);

  save() {
    this.saved.set(`Saved: ${this.form.getRawValue().happened}`);
    this.form.reset();
    this.isSeen.set(false);
  }
}
