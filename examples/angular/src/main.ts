import { bootstrapApplication } from '@angular/platform-browser';
import { Visit } from './visit';

bootstrapApplication(Visit);
