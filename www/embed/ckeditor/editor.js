// An editor as CKEditor's guide has it; it is only there once tests/ckeditor is installed.
const place = '../../../tests/ckeditor/node_modules/ckeditor5/dist/browser/ckeditor5.js';
const {
  Bold, ClassicEditor, Essentials, ImageBlock, ImageInline, Italic, Link, List, Paragraph, Table,
} = await import(place);
document.querySelector('#absent').remove();

export const editor = await ClassicEditor.create({
  attachTo: document.querySelector('#notes'),
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Bold, Italic, List, Link, Table, ImageBlock, ImageInline],
  toolbar: ['undo', 'redo', '|', 'bold', 'italic', 'bulletedList', 'link', 'insertTable'],
});
