import { Directive, ElementRef, inject } from '@angular/core';
import { attach } from 'recording-standard/form';

/** Has a form checked for as long as it is on the page. */
@Directive({ selector: 'form[checked]' })
export class Checked {
  private readonly attached = attach(inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement, {
    policy: { standard: 'wirral' },
    record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
  });
  ngOnDestroy() { void this.attached.then((attachment) => attachment.detach()); }
}
