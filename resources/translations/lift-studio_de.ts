<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Move the crosshair</source>
        <translation>Das Fadenkreuz bewegen</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>Näher, weiter</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Open large</source>
        <translation>Groß öffnen</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>Über LIFT Studio</translation>
    </message>
    <message>
        <source>Fine-tunes language models by training only their principal weights, and shows which weights learn.

Free software under the GNU General Public License, version 3 or later. Fonts: Inter and JetBrains Mono, SIL Open Font License 1.1.</source>
        <translation>Stimmt Sprachmodelle fein ab, indem nur ihre Hauptgewichte trainiert werden, und zeigt, welche Gewichte lernen.

Freie Software unter der GNU General Public License, Version 3 oder später. Schriften: Inter und JetBrains Mono, SIL Open Font License 1.1.</translation>
    </message>
</context>
<context>
    <name>PageId</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>Weniger Einzelheiten</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ui::BarGrid</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>  (%1 to %2)</source>
        <translation>  (%1 bis %2)</translation>
    </message>
</context>
<context>
    <name>ui::ChatPanel</name>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Ask both models the same question</source>
        <translation>Beiden Modellen dieselbe Frage stellen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>With the delta</source>
        <translation>Mit dem Delta</translation>
    </message>
    <message>
        <source>Answer of the base model</source>
        <translation>Antwort des Basismodells</translation>
    </message>
    <message>
        <source>Answer with the delta</source>
        <translation>Antwort mit dem Delta</translation>
    </message>
    <message>
        <source>Strength of the delta</source>
        <translation>Stärke des Deltas</translation>
    </message>
    <message>
        <source>0: the base, exactly. 1: as trained, exactly.</source>
        <translation>0: genau die Basis. 1: genau wie trainiert.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0: immer das wahrscheinlichste Wort</translation>
    </message>
    <message>
        <source>No delta is applied. Train one, or open one on the Runs page.</source>
        <translation>Es ist kein Delta angewandt. Trainieren Sie eines oder öffnen Sie eines auf der Seite Läufe.</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>Zuerst ein Modell öffnen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Answering with the delta</source>
        <translation>Antwort mit dem Delta</translation>
    </message>
    <message>
        <source>Answering with the base</source>
        <translation>Antwort der Basis</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), %1 per second</source>
        <translation>
            <numerusform>%n Token, %1 je Sekunde</numerusform>
            <numerusform>%n Token, %1 je Sekunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Both answers are the same.</source>
        <translation>Beide Antworten sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>The answers part after %n character(s).</source>
        <translation>
            <numerusform>Die Antworten trennen sich nach %n Zeichen.</numerusform>
            <numerusform>Die Antworten trennen sich nach %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model as it was answers here.</source>
        <translation>Hier antwortet das Modell, wie es war.</translation>
    </message>
    <message>
        <source>The model with what it learned answers here.</source>
        <translation>Hier antwortet das Modell mit dem, was es gelernt hat.</translation>
    </message>
    <message>
        <source>The answers differ from the first letter.</source>
        <translation>Die Antworten unterscheiden sich vom ersten Buchstaben an.</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
</context>
<context>
    <name>ui::DataPage</name>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>What the model learns from, and what it is asked to see whether it learned or forgot.</source>
        <translation>Woraus das Modell lernt, und was es gefragt wird, um zu sehen, ob es gelernt oder vergessen hat.</translation>
    </message>
    <message>
        <source>Rows become tokens by the model&apos;s own vocabulary. Then you see each row as the model does, and which tokens train.</source>
        <translation>Zeilen werden erst mit dem Vokabular des Modells zu Token. Dann sehen Sie jede Zeile, wie das Modell sie sieht, und welche Token trainieren.</translation>
    </message>
    <message>
        <source>New here? Use the demo data</source>
        <translation>Neu hier? Nehmen Sie die Demodaten</translation>
    </message>
    <message>
        <source>School arithmetic from GSM8K to learn from, other rows of it held out, and science questions from ARC that show what is forgotten.</source>
        <translation>Schulrechnen aus GSM8K zum Lernen, andere Zeilen daraus zurückgehalten, und naturkundliche Fragen aus ARC, die zeigen, was vergessen wird.</translation>
    </message>
    <message>
        <source>Use the demo data</source>
        <translation>Demodaten verwenden</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>take away</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>Drop JSONL or JSON files here</source>
        <translation>JSONL- oder JSON-Dateien hierher ziehen</translation>
    </message>
    <message>
        <source>question and answer, prompt and completion, instruction and output, or messages</source>
        <translation>Frage und Antwort, Prompt und Fortsetzung, Anweisung und Ausgabe oder Nachrichten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>found by column names</source>
        <translation>aus den Spaltennamen erkannt</translation>
    </message>
    <message>
        <source>question, answer</source>
        <translation>Frage, Antwort</translation>
    </message>
    <message>
        <source>prompt, completion</source>
        <translation>Prompt, Fortsetzung</translation>
    </message>
    <message>
        <source>instruction, input, output</source>
        <translation>Anweisung, Eingabe, Ausgabe</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Prompt form</source>
        <translation>Form des Prompts</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>Chatvorlage</translation>
    </message>
    <message>
        <source>Alpaca</source>
        <translation>Alpaca</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>A row as the model sees it</source>
        <translation>Eine Zeile, wie das Modell sie sieht</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Längen</translation>
    </message>
    <message>
        <source>Rows by length in tokens</source>
        <translation>Zeilen nach Länge in Token</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Longest row, in tokens</source>
        <translation>Längste Zeile, in Token</translation>
    </message>
    <message>
        <source>Longer rows are</source>
        <translation>Längere Zeilen werden</translation>
    </message>
    <message>
        <source>Longer rows</source>
        <translation>Längere Zeilen</translation>
    </message>
    <message>
        <source>cut at the end</source>
        <translation>am Ende gekürzt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>What trains, what is asked</source>
        <translation>Was trainiert, was gefragt wird</translation>
    </message>
    <message>
        <source>Rows that train</source>
        <translation>Zeilen, die trainieren</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Of these train</source>
        <translation>Davon trainieren</translation>
    </message>
    <message>
        <source>Responses end in</source>
        <translation>Antworten enden mit</translation>
    </message>
    <message>
        <source>Rows that were cut or left out</source>
        <translation>Zeilen, die gekürzt oder ausgelassen wurden</translation>
    </message>
    <message>
        <source>Held out for evaluation</source>
        <translation>Für die Auswertung zurückgehalten</translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation>Zurückgehaltene Zeilen</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>Behaltensprobe</translation>
    </message>
    <message>
        <source>Choice questions of another field: they tell how much the model still knows</source>
        <translation>Auswahlfragen eines anderen Gebiets: sie zeigen, wie viel das Modell noch weiß</translation>
    </message>
    <message>
        <source>Choose training data</source>
        <translation>Trainingsdaten wählen</translation>
    </message>
    <message>
        <source>Rows (*.jsonl *.json);;All files (*)</source>
        <translation>Zeilen (*.jsonl *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The demo data is not installed</source>
        <translation>Die Demodaten sind nicht installiert</translation>
    </message>
    <message>
        <source>Choose files of your own below.</source>
        <translation>Wählen Sie unten eigene Dateien.</translation>
    </message>
    <message>
        <source>Choose a retention probe</source>
        <translation>Eine Behaltensprobe wählen</translation>
    </message>
    <message>
        <source>Choice questions (*.json *.jsonl)</source>
        <translation>Auswahlfragen (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>none: forgetting is not watched</source>
        <translation>keine: Vergessen wird nicht beobachtet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>longest row</source>
        <translation>längste Zeile</translation>
    </message>
    <message>
        <source>Reading a row</source>
        <translation>Eine Zeile wird gelesen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>In colour: what trains. Struck through: cut off.</source>
        <translation>In Farbe: was trainiert. Durchgestrichen: abgeschnitten.</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 aus %2</translation>
    </message>
</context>
<context>
    <name>ui::ExportPanel</name>
    <message>
        <source>Take it with you</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Delta: only what changed</source>
        <translation>Delta: nur was sich geändert hat</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>Noch nichts zu exportieren</translation>
    </message>
    <message>
        <source>New folder for the tuned model</source>
        <translation>Neuer Ordner für das abgestimmte Modell</translation>
    </message>
    <message>
        <source>Copy the delta</source>
        <translation>Das Delta kopieren</translation>
    </message>
    <message>
        <source>Deltas (*.safetensors)</source>
        <translation>Deltas (*.safetensors)</translation>
    </message>
    <message>
        <source>Writing, then reading back…</source>
        <translation>Wird geschrieben und dann zurückgelesen…</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>Nach %1 kopiert</translation>
    </message>
    <message>
        <source>%1 could not be written: is there room, and may you write there?</source>
        <translation>%1 konnte nicht geschrieben werden: Ist dort Platz, und dürfen Sie dort schreiben?</translation>
    </message>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation>%1 geschrieben (%2).</translation>
    </message>
    <message>
        <source>Read back: every tensor equal, bit for bit.</source>
        <translation>Zurückgelesen: jeder Tensor gleich, Bit für Bit.</translation>
    </message>
    <message>
        <source>Read back: tensors differ.</source>
        <translation>Zurückgelesen: Tensoren weichen ab.</translation>
    </message>
    <message>
        <source>Largest difference of logits: %1 of the largest; %2 of %3 greedy answers are the same.</source>
        <translation>Größter Unterschied der Logits: %1 des größten; %2 von %3 gierigen Antworten sind gleich.</translation>
    </message>
</context>
<context>
    <name>ui::HeatMapOverview</name>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>Schicht %1 · %2</translation>
    </message>
    <message>
        <source>%1 layers by %2 projections, from %3 to %4.</source>
        <translation>%1 Schichten mal %2 Projektionen, von %3 bis %4.</translation>
    </message>
    <message>
        <source>Layer %1 · %2: %3.</source>
        <translation>Schicht %1 · %2: %3.</translation>
    </message>
</context>
<context>
    <name>ui::Histogram</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Values from %1 to %2 %3, most between %4 and %5.</source>
        <translation>Werte von %1 bis %2 %3, die meisten zwischen %4 und %5.</translation>
    </message>
</context>
<context>
    <name>ui::LinePlot</name>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>  (raw %1)</source>
        <translation>  (roh %1)</translation>
    </message>
    <message>
        <source>%1: %2 at first, %3 at step %4.</source>
        <translation>%1: zuerst %2, %3 bei Schritt %4.</translation>
    </message>
    <message>
        <source>Alarm line at %1.</source>
        <translation>Alarmlinie bei %1.</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Whole screen</source>
        <translation>Ganzer Bildschirm</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>Über LIFT Studio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ui::MemoryPlanView</name>
    <message numerus="yes">
        <source>%n smaller</source>
        <translation>
            <numerusform>%n kleinerer Posten</numerusform>
            <numerusform>%n kleinere Posten</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory plan</source>
        <translation>Speicherplan</translation>
    </message>
    <message>
        <source>Appears with a model and data.</source>
        <translation>Erscheint mit Modell und Daten.</translation>
    </message>
    <message>
        <source>peak %1 of %2 free</source>
        <translation>Spitze %1 von %2 frei</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>%1 (−%2)</source>
        <translation>%1 (−%2)</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>indices</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>layer workspace</source>
        <translation>Arbeitsraum einer Schicht</translation>
    </message>
    <message>
        <source>left by the last refresh</source>
        <translation>von der letzten Erneuerung</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>masters and moments</source>
        <translation>Hauptkopien und Momente</translation>
    </message>
    <message>
        <source>next record of changes</source>
        <translation>nächster Änderungsstand</translation>
    </message>
    <message>
        <source>next selection</source>
        <translation>nächste Auswahl</translation>
    </message>
    <message>
        <source>pools</source>
        <translation>Vorratsspeicher</translation>
    </message>
    <message>
        <source>program and libraries</source>
        <translation>Programm und Bibliotheken</translation>
    </message>
    <message>
        <source>record of changes</source>
        <translation>Änderungsstand</translation>
    </message>
    <message>
        <source>refresh workspace</source>
        <translation>Arbeitsraum der Erneuerung</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>CUDA and libraries</source>
        <translation>CUDA und Bibliotheken</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>in the host&apos;s memory</source>
        <translation>im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis zu %1</translation>
    </message>
</context>
<context>
    <name>ui::ModelFirst</name>
    <message>
        <source>Open a model first</source>
        <translation>Zuerst ein Modell öffnen</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Ein Modell wählen</translation>
    </message>
    <message>
        <source>Open the demo model</source>
        <translation>Das Demomodell öffnen</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen…</translation>
    </message>
</context>
<context>
    <name>ui::ModelPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What to fine-tune. Its weights stay as they are on disk; training makes a delta.</source>
        <translation>Was fein abgestimmt wird. Die Gewichte auf der Platte bleiben, wie sie sind; das Training erzeugt ein Delta.</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>wartet auf die Maschine</translation>
    </message>
    <message>
        <source>New here? Begin with the demo</source>
        <translation>Neu hier? Beginnen Sie mit der Demo</translation>
    </message>
    <message>
        <source>SmolLM2 135M: small enough to learn school arithmetic on this computer in minutes. Everything is here already, nothing is downloaded.</source>
        <translation>SmolLM2 135M: klein genug, um auf diesem Rechner in Minuten Schulrechnen zu lernen. Alles ist schon da, nichts wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Open the demo model</source>
        <translation>Das Demomodell öffnen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>neu suchen</translation>
    </message>
    <message>
        <source>Models on this machine</source>
        <translation>Modelle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Drop a GGUF file or a model folder here</source>
        <translation>GGUF-Datei oder Modellordner hierher ziehen</translation>
    </message>
    <message>
        <source>Llama, SmolLM2 and Mistral models; GGUF, or config.json with safetensors</source>
        <translation>Modelle von Llama, SmolLM2 und Mistral; GGUF oder config.json mit safetensors</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Gestalt</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Chatvorlage</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Open this model</source>
        <translation>Dieses Modell öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Modelle werden gesucht</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Ein Modell wählen</translation>
    </message>
    <message>
        <source>Models (*.gguf config.json *.safetensors);;All files (*)</source>
        <translation>Modelle (*.gguf config.json *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>%1 layers of width %2, feed-forward %3</source>
        <translation>%1 Schichten der Breite %2, Feed-Forward %3</translation>
    </message>
    <message>
        <source>%1 heads, %2 for keys and values</source>
        <translation>%1 Köpfe, %2 für Schlüssel und Werte</translation>
    </message>
    <message>
        <source>%1 tokens, context %2</source>
        <translation>%1 Token, Kontext %2</translation>
    </message>
    <message>
        <source>in the model</source>
        <translation>im Modell</translation>
    </message>
    <message>
        <source>none; the Alpaca form is used</source>
        <translation>keine; die Alpaca-Form wird verwendet</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>%1 is open: %2 parameters in %3</source>
        <translation>%1 ist offen: %2 Parameter in %3</translation>
    </message>
    <message>
        <source>Go on to the data</source>
        <translation>Weiter zu den Daten</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging-Face-Cache</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>earlier run</source>
        <translation>früherer Lauf</translation>
    </message>
</context>
<context>
    <name>ui::PlotView</name>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf);;Numbers (*.csv)</source>
        <translation>Bild (*.png);;Zeichnung (*.svg);;Dokument (*.pdf);;Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>„%1“ speichern</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Save as PNG, SVG, PDF or CSV…</source>
        <translation>Als PNG, SVG, PDF oder CSV speichern…</translation>
    </message>
    <message>
        <source>Show everything	0</source>
        <translation>Alles zeigen	0</translation>
    </message>
    <message>
        <source>Open large	Return</source>
        <translation>Groß öffnen	Return</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Save, copy or enlarge: %1</source>
        <translation>Speichern, kopieren oder vergrößern: %1</translation>
    </message>
</context>
<context>
    <name>ui::QueuePanel</name>
    <message>
        <source>R %1, %2</source>
        <translation>R %1, %2</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>Rate %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>add the present recipe</source>
        <translation>das jetzige Rezept anfügen</translation>
    </message>
    <message>
        <source>forget what has ended</source>
        <translation>Beendetes vergessen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Start the next</source>
        <translation>Den nächsten beginnen</translation>
    </message>
    <message>
        <source>waits for your word</source>
        <translation>wartet auf Ihr Zeichen</translation>
    </message>
    <message>
        <source>Nothing waits. What you add here starts when the present run ends, and goes on after a failure.</source>
        <translation>Nichts wartet. Was Sie hier anfügen, beginnt, wenn der jetzige Lauf endet, und geht auch nach einem Fehler weiter.</translation>
    </message>
    <message>
        <source>Choose one of the queue</source>
        <translation>Wählen Sie einen aus der Warteschlange</translation>
    </message>
    <message>
        <source>It does not wait any more</source>
        <translation>Er wartet nicht mehr</translation>
    </message>
    <message>
        <source>It runs: stop the run instead</source>
        <translation>Er läuft: halten Sie stattdessen den Lauf an</translation>
    </message>
</context>
<context>
    <name>ui::RecipeForm</name>
    <message>
        <source>How it learns</source>
        <translation>Wie es lernt</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>1e-4 to 1e-3; small models want the larger ones</source>
        <translation>1e-4 bis 1e-3; kleine Modelle brauchen die größeren Werte</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>linear to zero</source>
        <translation>linear bis null</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>after a short warm-up</source>
        <translation>nach kurzem Anlauf</translation>
    </message>
    <message>
        <source>Rows per step</source>
        <translation>Zeilen je Schritt</translation>
    </message>
    <message>
        <source>8 to 16 is usual; memory follows the pass, not the step</source>
        <translation>8 bis 16 ist üblich; der Speicher folgt dem Durchgang, nicht dem Schritt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>0: from the passes over the rows</source>
        <translation>0: aus den Durchgängen durch die Zeilen</translation>
    </message>
    <message>
        <source>Passes over the rows</source>
        <translation>Durchgänge durch die Zeilen</translation>
    </message>
    <message>
        <source>when steps is 0</source>
        <translation>wenn Schritte 0 ist</translation>
    </message>
    <message>
        <source>Weights in memory</source>
        <translation>Gewichte im Speicher</translation>
    </message>
    <message>
        <source>bf16 halves the memory; on a CPU without bf16 instructions fp32 is faster</source>
        <translation>bf16 halbiert den Speicher; auf einer CPU ohne bf16-Befehle ist fp32 schneller</translation>
    </message>
    <message>
        <source>Recompute activations</source>
        <translation>Aktivierungen neu berechnen</translation>
    </message>
    <message>
        <source>as the memory plan says</source>
        <translation>wie der Speicherplan es sagt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>jede Schicht</translation>
    </message>
    <message>
        <source>less memory, about a third slower</source>
        <translation>weniger Speicher, etwa ein Drittel langsamer</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>Auswerten alle</translation>
    </message>
    <message>
        <source>steps; 0: only before and after</source>
        <translation>Schritte; 0: nur vorher und nachher</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles Übrige</translation>
    </message>
    <message>
        <source>show</source>
        <translation>zeigen</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>verbergen</translation>
    </message>
    <message numerus="yes">
        <source>%n differ from the default</source>
        <translation>
            <numerusform>%n weicht vom Standard ab</numerusform>
            <numerusform>%n weichen vom Standard ab</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ResultsPage</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>What was learned, what was kept, and where in the model it lies.</source>
        <translation>Was gelernt wurde, was behalten wurde und wo im Modell es liegt.</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>Train a delta, or open one of an earlier run on the Runs page. It is shown here: what was learned, what was kept, and where it lies.</source>
        <translation>Trainieren Sie ein Delta oder öffnen Sie das eines früheren Laufs auf der Seite Läufe. Hier steht dann, was gelernt wurde, was behalten wurde und wo es liegt.</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Prüfverlust</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>Behaltensprobe</translation>
    </message>
    <message>
        <source>Kept of the base</source>
        <translation>Von der Basis behalten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Speicherspitze</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The delta&apos;s passport</source>
        <translation>Pass des Deltas</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Base&apos;s fingerprint</source>
        <translation>Fingerabdruck der Basis</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Where it learned</source>
        <translation>Wo es gelernt hat</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>share changed</source>
        <translation>geänderter Anteil</translation>
    </message>
    <message>
        <source>mean change</source>
        <translation>mittlere Änderung</translation>
    </message>
    <message>
        <source>Changed weights: layers down, projections across</source>
        <translation>Geänderte Gewichte: Schichten nach unten, Projektionen nach rechts</translation>
    </message>
    <message>
        <source>After a run this shows where weights changed.</source>
        <translation>Nach einem Lauf zeigt dies, wo sich Gewichte geändert haben.</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>Eine Matrix</translation>
    </message>
    <message>
        <source>Changed weights of one matrix</source>
        <translation>Geänderte Gewichte einer Matrix</translation>
    </message>
    <message>
        <source>Pick a matrix in the grid.</source>
        <translation>Wählen Sie im Raster eine Matrix.</translation>
    </message>
    <message>
        <source>Counting what changed</source>
        <translation>Änderungen werden gezählt</translation>
    </message>
    <message>
        <source>Reading the passport</source>
        <translation>Der Pass wird gelesen</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>%1 of %2 weights</source>
        <translation>%1 von %2 Gewichten</translation>
    </message>
    <message>
        <source>%1, %2 bytes a weight</source>
        <translation>%1, %2 Byte je Gewicht</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1: %2 changed, on average by %3</source>
        <translation>%1: %2 geändert, im Mittel um %3</translation>
    </message>
</context>
<context>
    <name>ui::RunMonitor</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Wird fortgesetzt</translation>
    </message>
</context>
<context>
    <name>ui::RunPanel</name>
    <message>
        <source>preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>choosing weights</source>
        <translation>Gewichte werden gewählt</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>renewing the selection</source>
        <translation>Auswahl wird erneuert</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>speichert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>writing the delta</source>
        <translation>Delta wird geschrieben</translation>
    </message>
    <message>
        <source>Memory plan</source>
        <translation>Speicherplan</translation>
    </message>
    <message>
        <source>Run preview</source>
        <translation>Vorschau des Laufs</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Per step</source>
        <translation>Je Schritt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Delta, about</source>
        <translation>Delta, etwa</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Anhalten…</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Ask now…</source>
        <translation>Jetzt fragen…</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>Learning rate…</source>
        <translation>Lernrate…</translation>
    </message>
    <message>
        <source>Ask the model now</source>
        <translation>Das Modell jetzt fragen</translation>
    </message>
    <message>
        <source>It answers at the end of the present step:</source>
        <translation>Es antwortet am Ende des jetzigen Schritts:</translation>
    </message>
    <message>
        <source>Change the learning rate</source>
        <translation>Die Lernrate ändern</translation>
    </message>
    <message>
        <source>New peak of the schedule:</source>
        <translation>Neuer Höchstwert des Verlaufs:</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Stop the run?</source>
        <translation>Den Lauf anhalten?</translation>
    </message>
    <message>
        <source>The present step is finished first.</source>
        <translation>Der jetzige Schritt wird noch beendet.</translation>
    </message>
    <message>
        <source>A saved run can go on later exactly where it was. Without saving, what it learned is lost.</source>
        <translation>Ein gespeicherter Lauf kann später genau dort weitergehen, wo er war. Ohne Speichern ist verloren, was er gelernt hat.</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Anhalten und speichern</translation>
    </message>
    <message>
        <source>Stop without saving</source>
        <translation>Anhalten ohne Speichern</translation>
    </message>
    <message>
        <source>LIFT, R %1, budget %2</source>
        <translation>LIFT, R %1, Budget %2</translation>
    </message>
    <message>
        <source>LIFT, R %1, %2</source>
        <translation>LIFT, R %1, %2</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 Gewichte</translation>
    </message>
    <message>
        <source>%1, %2 truncated</source>
        <translation>%1, %2 gekürzt</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The run is stopping</source>
        <translation>Der Lauf hält gerade an</translation>
    </message>
    <message>
        <source>The run is starting</source>
        <translation>Der Lauf startet gerade</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>Lernrate %1</translation>
    </message>
    <message>
        <source>retention fell to %1</source>
        <translation>Behalten auf %1 gefallen</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>weitergeführt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>ui::RunsPage</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Everything that was ever trained here, in this window or on the command line.</source>
        <translation>Alles, was hier je trainiert wurde, in diesem Fenster oder auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>choose several to lay their curves over each other</source>
        <translation>mehrere wählen, um ihre Kurven übereinander zu legen</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>neu suchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Use as new run</source>
        <translation>Als neuen Lauf verwenden</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Das Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Choose runs above to see their curves.</source>
        <translation>Wählen Sie oben Läufe, um ihre Kurven zu sehen.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweiter</translation>
    </message>
    <message>
        <source>Settings that differ between two runs</source>
        <translation>Einstellungen, in denen sich zwei Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>Choose one run</source>
        <translation>Wählen Sie einen Lauf</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>There is no state to go on from</source>
        <translation>Es gibt keinen Stand, von dem es weitergehen könnte</translation>
    </message>
    <message>
        <source>It has no delta</source>
        <translation>Er hat kein Delta</translation>
    </message>
    <message>
        <source>Choose a run</source>
        <translation>Wählen Sie einen Lauf</translation>
    </message>
    <message>
        <source>nothing: the same recipe twice</source>
        <translation>nichts: zweimal dasselbe Rezept</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>Use the recipe of %1</source>
        <translation>Das Rezept von %1 verwenden</translation>
    </message>
    <message>
        <source>Delete runs?</source>
        <translation>Läufe löschen?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Their folders go too, with logs, states and deltas. This can&apos;t be undone.</source>
        <translation>Ihre Ordner gehen mit, samt Protokollen, Ständen und Deltas. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>loss %1 → %2</source>
        <translation>Verlust %1 → %2</translation>
    </message>
    <message>
        <source>Nothing has trained yet. Every run will stand here with its curve and how it ended, whoever started it.</source>
        <translation>Noch hat nichts trainiert. Jeder Lauf wird hier stehen, mit seiner Kurve und wie er endete, gleich wer ihn begann.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet ist</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Chosen runs over their steps</source>
        <translation>Gewählte Läufe über ihre Schritte</translation>
    </message>
</context>
<context>
    <name>ui::SampleTimeline</name>
    <message>
        <source>Give questions to ask under “Everything else” of the recipe, or press “Ask now…” while it trains.</source>
        <translation>Geben Sie Fragen unter „Alles Übrige“ des Rezepts an oder drücken Sie „Jetzt fragen…“, während es trainiert.</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
</context>
<context>
    <name>ui::SelectionExtras</name>
    <message>
        <source>more settings</source>
        <translation>mehr Einstellungen</translation>
    </message>
    <message>
        <source>fewer settings</source>
        <translation>weniger Einstellungen</translation>
    </message>
    <message>
        <source>The budget is</source>
        <translation>Das Maß ist</translation>
    </message>
    <message>
        <source>the density</source>
        <translation>die Dichte</translation>
    </message>
    <message>
        <source>a rank</source>
        <translation>ein Rang</translation>
    </message>
    <message>
        <source>Budget rank</source>
        <translation>Rang als Maß</translation>
    </message>
    <message>
        <source>As many weights as an adapter of this rank would have</source>
        <translation>So viele Gewichte, wie ein Adapter dieses Ranges hätte</translation>
    </message>
    <message>
        <source>Principal are</source>
        <translation>Hauptgewichte sind</translation>
    </message>
    <message>
        <source>the largest after rank reduction</source>
        <translation>die größten nach der Rangminderung</translation>
    </message>
    <message>
        <source>the largest as they are</source>
        <translation>die größten, wie sie sind</translation>
    </message>
    <message>
        <source>any, by chance</source>
        <translation>beliebige, nach Zufall</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>all, or for example 0-5, 12</source>
        <translation>alle, oder zum Beispiel 0-5, 12</translation>
    </message>
</context>
<context>
    <name>ui::SelectionPage</name>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Which weights will learn: the largest entries of each matrix after rank reduction.</source>
        <translation>Welche Gewichte lernen: die größten Einträge jeder Matrix nach der Rangreduktion.</translation>
    </message>
    <message>
        <source>Its matrices decide which weights can learn. You see their singular values and the weights that would train before anything starts.</source>
        <translation>Seine Matrizen entscheiden, welche Gewichte lernen können. Sie sehen ihre Singulärwerte und die Gewichte, die trainieren würden, bevor etwas beginnt.</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>Singulärwerte</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>Matrizen</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>diese</translation>
    </message>
    <message>
        <source>its layer</source>
        <translation>ihre Schicht</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>Singular values over their rank</source>
        <translation>Singulärwerte über ihrem Rang</translation>
    </message>
    <message>
        <source>Open a model to see its singular values.</source>
        <translation>Öffnen Sie ein Modell, um seine Singulärwerte zu sehen.</translation>
    </message>
    <message>
        <source>What will train</source>
        <translation>Was trainiert</translation>
    </message>
    <message>
        <source>Rank R of the approximation</source>
        <translation>Rang R der Näherung</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Renew the selection every</source>
        <translation>Die Auswahl erneuern alle</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>0: never. Renewing follows what the weights have become.</source>
        <translation>0: nie. Das Erneuern folgt dem, was aus den Gewichten geworden ist.</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>Projektionen</translation>
    </message>
    <message>
        <source>use it</source>
        <translation>übernehmen</translation>
    </message>
    <message>
        <source>Whole model</source>
        <translation>Ganzes Modell</translation>
    </message>
    <message>
        <source>What the grid shows</source>
        <translation>Was das Raster zeigt</translation>
    </message>
    <message>
        <source>energy in R</source>
        <translation>Energie in R</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>also by magnitude</source>
        <translation>auch nach Betrag</translation>
    </message>
    <message>
        <source>stable rank</source>
        <translation>stabiler Rang</translation>
    </message>
    <message>
        <source>One value per matrix: layers down, projections across</source>
        <translation>Ein Wert je Matrix: Schichten nach unten, Projektionen nach rechts</translation>
    </message>
    <message>
        <source>The grid fills while the spectra are computed.</source>
        <translation>Das Raster füllt sich, während die Spektren berechnet werden.</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>Eine Matrix</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>changed since start</source>
        <translation>seit Beginn geändert</translation>
    </message>
    <message>
        <source>The weights of one matrix</source>
        <translation>Die Gewichte einer Matrix</translation>
    </message>
    <message>
        <source>Open a model and pick a matrix in the grid.</source>
        <translation>Öffnen Sie ein Modell und wählen Sie im Raster eine Matrix.</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>stable: directions as strong as the first. effective: by entropy.</source>
        <translation>stabil: Richtungen, so stark wie die erste. effektiv: nach Entropie.</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Gestalt</translation>
    </message>
    <message>
        <source>Energy in R</source>
        <translation>Energie in R</translation>
    </message>
    <message>
        <source>Stable rank</source>
        <translation>Stabiler Rang</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>Effektiver Rang</translation>
    </message>
    <message>
        <source>Ranks of every matrix</source>
        <translation>Ränge aller Matrizen</translation>
    </message>
    <message>
        <source>Computing spectra</source>
        <translation>Spektren werden berechnet</translation>
    </message>
    <message>
        <source>%1 of %2 weights would train (%3)</source>
        <translation>%1 von %2 Gewichten würden trainieren (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>The budget rank %1 decides instead.</source>
        <translation>Stattdessen entscheidet der Budgetrang %1.</translation>
    </message>
    <message>
        <source>Use the advice</source>
        <translation>Dem Rat folgen</translation>
    </message>
    <message>
        <source>Laid over the map</source>
        <translation>Über die Karte gelegt</translation>
    </message>
    <message>
        <source>nothing laid over</source>
        <translation>nichts darübergelegt</translation>
    </message>
    <message>
        <source>selected now, not before</source>
        <translation>jetzt gewählt, vorher nicht</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Computing the spectrum of now</source>
        <translation>Das jetzige Spektrum wird berechnet</translation>
    </message>
    <message>
        <source>Advice: R = %1, %2.</source>
        <translation>Rat: R = %1, %2.</translation>
    </message>
    <message>
        <source>Memory allows no more weights.</source>
        <translation>Mehr Gewichte lässt der Speicher nicht zu.</translation>
    </message>
    <message>
        <source>In the median matrix only %1 directions stand out of the bulk: more rank would add noise.</source>
        <translation>In der mittleren Matrix ragen nur %1 Richtungen aus der Masse heraus: mehr Rang brächte Rauschen.</translation>
    </message>
    <message>
        <source>The first %1 values hold %2 of the median matrix&apos;s energy (%3: %4; %5: %6).</source>
        <translation>Die ersten %1 Werte tragen %2 der Energie der mittleren Matrix (%3: %4; %5: %6).</translation>
    </message>
    <message>
        <source>So many weights are what factors of rank %1 have; the method chooses best with R near that.</source>
        <translation>So viele Gewichte haben Faktoren vom Rang %1; die Methode wählt am besten mit R in dieser Nähe.</translation>
    </message>
</context>
<context>
    <name>ui::SessionTiles</name>
    <message>
        <source>Drawing the map</source>
        <translation>Die Karte wird gezeichnet</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>How the program looks and where it keeps things.</source>
        <translation>Wie das Programm aussieht und wo es Dinge ablegt.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>Über LIFT Studio</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>Die Sprache wechselt beim nächsten Programmstart.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Open the runs&apos; folder</source>
        <translation>Den Ordner der Läufe öffnen</translation>
    </message>
    <message>
        <source>Add a folder with models…</source>
        <translation>Einen Ordner mit Modellen hinzufügen…</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <translation>Ein Ordner mit Modellen</translation>
    </message>
</context>
<context>
    <name>ui::SpectrumPlot</name>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>%1  %2, energy so far %3 %</source>
        <translation>%1  %2, Energie bis hier %3 %</translation>
    </message>
    <message>
        <source>%1: singular values from %2 down to %3.</source>
        <translation>%1: Singulärwerte von %2 bis hinab zu %3.</translation>
    </message>
    <message>
        <source>The first %1 hold %2 % of the energy.</source>
        <translation>Die ersten %1 halten %2 % der Energie.</translation>
    </message>
    <message>
        <source>%1  %2, %3 % from its base</source>
        <translation>%1  %2, %3 % von der Basis entfernt</translation>
    </message>
</context>
<context>
    <name>ui::StageRail</name>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
</context>
<context>
    <name>ui::Studio</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Ein Modell wählen</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Daten werden gelesen</translation>
    </message>
    <message>
        <source>Choosing the principal weights</source>
        <translation>Hauptgewichte werden gewählt</translation>
    </message>
    <message>
        <source>Planning the memory</source>
        <translation>Speicher wird geplant</translation>
    </message>
    <message>
        <source>Wait until the model is loaded.</source>
        <translation>Warten Sie, bis das Modell geladen ist.</translation>
    </message>
    <message>
        <source>Nothing is open that could train.</source>
        <translation>Es ist nichts offen, was trainieren könnte.</translation>
    </message>
    <message>
        <source>Choose a data set</source>
        <translation>Einen Datensatz wählen</translation>
    </message>
    <message>
        <source>Training needs rows with answers.</source>
        <translation>Training braucht Zeilen mit Antworten.</translation>
    </message>
    <message>
        <source>Checking the data set</source>
        <translation>Der Datensatz wird geprüft</translation>
    </message>
    <message>
        <source>Wait until the rows are read.</source>
        <translation>Warten Sie, bis die Zeilen gelesen sind.</translation>
    </message>
    <message>
        <source>Mend the data set</source>
        <translation>Den Datensatz richten</translation>
    </message>
    <message>
        <source>Its rows could not be read.</source>
        <translation>Seine Zeilen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Mend the selection</source>
        <translation>Die Auswahl richten</translation>
    </message>
    <message>
        <source>Mend the settings</source>
        <translation>Die Einstellungen richten</translation>
    </message>
    <message>
        <source>Nothing is held out</source>
        <translation>Nichts ist zurückgehalten</translation>
    </message>
    <message>
        <source>Without held-out rows nobody can tell learning from memorising.</source>
        <translation>Ohne zurückgehaltene Zeilen kann niemand Lernen von Auswendiglernen unterscheiden.</translation>
    </message>
    <message>
        <source>Forgetting is not watched</source>
        <translation>Vergessen wird nicht beobachtet</translation>
    </message>
    <message>
        <source>Choose a retention probe to see what the model still knows.</source>
        <translation>Wählen Sie eine Behaltensprobe, um zu sehen, was das Modell noch weiß.</translation>
    </message>
    <message>
        <source>It may not fit into memory</source>
        <translation>Es passt vielleicht nicht in den Speicher</translation>
    </message>
    <message>
        <source>The plan&apos;s peak is above what is free now.</source>
        <translation>Die Spitze des Plans liegt über dem, was jetzt frei ist.</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Open the result of %1</source>
        <translation>Das Ergebnis von %1 öffnen</translation>
    </message>
    <message>
        <source>Applying the delta</source>
        <translation>Das Delta wird angewandt</translation>
    </message>
</context>
<context>
    <name>ui::StudioWindow</name>
    <message numerus="yes">
        <source>%n run(s) were interrupted</source>
        <translation>
            <numerusform>%n Lauf wurde unterbrochen</numerusform>
            <numerusform>%n Läufe wurden unterbrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on exactly where they were.</source>
        <translation>Sie können genau dort weitergehen, wo sie waren.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>step %1 of %2%3</source>
        <translation>Schritt %1 von %2%3</translation>
    </message>
    <message>
        <source>   %1 left</source>
        <translation>   noch %1</translation>
    </message>
    <message>
        <source>Starting the run</source>
        <translation>Der Lauf startet</translation>
    </message>
    <message>
        <source>A model is being fine-tuned</source>
        <translation>Ein Modell wird fein abgestimmt</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>Der Lauf ist gescheitert</translation>
    </message>
    <message>
        <source>The run is done</source>
        <translation>Der Lauf ist fertig</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>Close LIFT Studio while it trains?</source>
        <translation>LIFT Studio während des Trainings schließen?</translation>
    </message>
    <message>
        <source>The run can be saved first; it then goes on at the next start, exactly where it was.</source>
        <translation>Der Lauf kann vorher gespeichert werden; er geht dann beim nächsten Start genau dort weiter, wo er war.</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Save the run and close</source>
        <translation>Den Lauf speichern und schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne Speichern</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>Ein Rezept öffnen</translation>
    </message>
    <message>
        <source>%1 needs its run&apos;s recipe beside it</source>
        <translation>%1 braucht das Rezept seines Laufs neben sich</translation>
    </message>
    <message>
        <source>Open it from the Runs page.</source>
        <translation>Öffnen Sie es von der Seite Läufe.</translation>
    </message>
    <message>
        <source>R %1, %2</source>
        <translation>R %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s) · %1</source>
        <translation>
            <numerusform>CPU · %n Thread · %1</numerusform>
            <numerusform>CPU · %n Threads · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>run folder</source>
        <translation>Ordner des Laufs</translation>
    </message>
    <message>
        <source>copy as command</source>
        <translation>als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied: this run as a command for the terminal</source>
        <translation>Kopiert: dieser Lauf als Befehl für das Terminal</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>ui::ThinProgress</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>arbeitet</translation>
    </message>
</context>
<context>
    <name>ui::TileHeatMap</name>
    <message>
        <source>row %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>W = %1</source>
        <translation>W = %1</translation>
    </message>
    <message>
        <source>Wᵣ = %1</source>
        <translation>Wᵣ = %1</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>rows %1–%2, columns %3–%4</source>
        <translation>Zeilen %1–%2, Spalten %3–%4</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>mean |W| = %1</source>
        <translation>mittleres |W| = %1</translation>
    </message>
    <message>
        <source>mean |Wᵣ| = %1</source>
        <translation>mittleres |Wᵣ| = %1</translation>
    </message>
    <message>
        <source>: %1 % selected</source>
        <translation>: %1 % gewählt</translation>
    </message>
    <message>
        <source>Matrix of %1 by %2. Shown: %3.</source>
        <translation>Matrix von %1 mal %2. Gezeigt: %3.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>as in the base</source>
        <translation>wie in der Basis</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>%1 von %2 geändert</translation>
    </message>
    <message>
        <source>: %1 % changed</source>
        <translation>: %1 % geändert</translation>
    </message>
    <message>
        <source>; %1: %2 %</source>
        <translation>; %1: %2 %</translation>
    </message>
</context>
<context>
    <name>ui::TitleStrip</name>
    <message>
        <source>Show or hide the side panel  (F9)</source>
        <translation>Seitenleiste zeigen oder verbergen  (F9)</translation>
    </message>
    <message>
        <source>Menu  (F10)</source>
        <translation>Menü  (F10)</translation>
    </message>
    <message>
        <source>recipe: %1</source>
        <translation>Rezept: %1</translation>
    </message>
</context>
<context>
    <name>ui::TokenView</name>
    <message>
        <source>Row as tokens</source>
        <translation>Zeile als Token</translation>
    </message>
    <message>
        <source>token %1, bytes %2 to %3%4</source>
        <translation>Token %1, Bytes %2 bis %3%4</translation>
    </message>
    <message>
        <source>, trains</source>
        <translation>, trainiert</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), %1 of them train</source>
        <translation>
            <numerusform>%n Token, davon trainieren %1</numerusform>
            <numerusform>%n Token, davon trainieren %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainPage</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>How the principal weights learn, and what becomes of what the model knew.</source>
        <translation>Wie die Hauptgewichte lernen und was aus dem wird, was das Modell wusste.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Then the recipe stands here as a form, and once it trains, its curves.</source>
        <translation>Dann steht hier das Rezept als Formular und, sobald es trainiert, seine Kurven.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>roh</translation>
    </message>
    <message>
        <source>Loss over steps</source>
        <translation>Verlust über die Schritte</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>The loss appears with the first step.</source>
        <translation>Der Verlust erscheint mit dem ersten Schritt.</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>base = 100</source>
        <translation>Basis = 100</translation>
    </message>
    <message>
        <source>Retention over steps</source>
        <translation>Behalten über die Schritte</translation>
    </message>
    <message>
        <source>of the base model&apos;s score</source>
        <translation>des Ergebnisses des Basismodells</translation>
    </message>
    <message>
        <source>Without a retention probe nobody sees what is forgotten. Choose one on the data page.</source>
        <translation>Ohne Behaltensprobe sieht niemand, was vergessen wird. Wählen Sie eine auf der Seite Daten.</translation>
    </message>
    <message>
        <source>Tokens / s</source>
        <translation>Token / s</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Kept at renewal</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Same question, as it learns</source>
        <translation>Dieselbe Frage, während es lernt</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>erneuert</translation>
    </message>
    <message>
        <source>may forget at most %1</source>
        <translation>darf höchstens %1 vergessen</translation>
    </message>
    <message>
        <source>Done. The delta is written.</source>
        <translation>Fertig. Das Delta ist geschrieben.</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>Die Ergebnisse ansehen</translation>
    </message>
    <message>
        <source>Stopped and saved</source>
        <translation>Angehalten und gespeichert</translation>
    </message>
    <message>
        <source>It can go on from the Runs page, exactly where it was.</source>
        <translation>Es kann von der Seite Läufe genau dort weitergehen, wo es war.</translation>
    </message>
    <message>
        <source>Stopped without saving</source>
        <translation>Ohne Speichern angehalten</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
</TS>
