// Fields that ignore the wheel unless they have the focus, numbers in the user's locale, everything by keyboard.
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "tests/ui/support/active_window.h"
#include "tests/ui/support/ui_test.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/file_drop_area.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/slider_field.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

bool wheel(QWidget& widget) {
  const QPointF at(widget.rect().center());
  QWheelEvent event(at, widget.mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                    false);
  event.ignore();
  QCoreApplication::sendEvent(&widget, &event);
  return event.isAccepted();
}

}   // namespace

class WidgetsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_wheel_changes_no_field_without_the_focus() {
    QWidget form;
    auto* column = new QVBoxLayout(&form);
    auto* spin = new SpinBox;
    spin->setValue(5);
    auto* number = new NumberField;
    number->setValue(5);
    auto* combo = new ComboBox;
    combo->addItems({u"a"_s, u"b"_s, u"c"_s});
    combo->setCurrentIndex(1);
    auto* slider = new CalmSlider(Qt::Horizontal);
    slider->setValue(5);
    auto* other = new QLineEdit;
    for (QWidget* field : {static_cast<QWidget*>(other), static_cast<QWidget*>(spin), static_cast<QWidget*>(number),
                           static_cast<QWidget*>(combo), static_cast<QWidget*>(slider)})
      column->addWidget(field);
    form.show();
    lift::test::activate(form);
    other->setFocus();
    for (QWidget* field : {static_cast<QWidget*>(spin), static_cast<QWidget*>(number), static_cast<QWidget*>(combo),
                           static_cast<QWidget*>(slider)})
      wheel(*field);
    QCOMPARE(spin->value(), 5);
    QCOMPARE(number->value(), 5.0);
    QCOMPARE(combo->currentIndex(), 1);
    QCOMPARE(slider->value(), 5);
    spin->setFocus();
    QTRY_VERIFY(spin->hasFocus());
    QVERIFY(wheel(*spin));
    QCOMPARE(spin->value(), 6);
  }

  void numbers_are_read_with_comma_and_with_point() {
    NumberField field;
    field.setRange(0, 10);
    field.setLocale(QLocale(QLocale::German));
    QCOMPARE(field.textFromValue(0.5), u"0,5"_s);
    QCOMPARE(field.valueFromText(u"0,25"_s), 0.25);
    QCOMPARE(field.valueFromText(u"5e-4"_s), 5e-4);
    QCOMPARE(field.textFromValue(5e-4), u"5e-4"_s);
    QString text = u"x"_s;
    int at = 1;
    QCOMPARE(field.validate(text, at), QValidator::Invalid);
    text = u"1e"_s;
    QCOMPARE(field.validate(text, at), QValidator::Intermediate);
  }

  void a_slider_and_its_field_say_the_same() {
    SliderField rank(u"Rank"_s, {1, 256, true, 1, 2});
    QSignalSpy changes(&rank, &SliderField::valueChanged);
    rank.setValue(16);
    auto* field = rank.findChild<NumberField*>();
    QCOMPARE(field->text(), u"16"_s);
    field->selectAll();
    QTest::keyClicks(field, u"32"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(rank.value(), 32.0);
    auto* slider = rank.findChild<CalmSlider*>();
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(rank.value(), 256.0);
    QCOMPARE(field->value(), 256.0);
    QVERIFY(changes.size() >= 3);
    QCOMPARE(slider->accessibleName(), u"Rank"_s);
  }

  void a_switch_is_moved_by_arrows() {
    SegmentedSwitch scale(u"Scale"_s, {u"log"_s, u"linear"_s});
    QSignalSpy changes(&scale, &SegmentedSwitch::currentChanged);
    QTest::keyClick(&scale, Qt::Key_Right);
    QTest::keyClick(&scale, Qt::Key_Right);
    QCOMPARE(scale.current(), 1);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(scale.accessibleName(), u"Scale: linear"_s);
  }

  void the_primary_button_says_what_is_missing() {
    PrimaryButton start(u"Start"_s);
    start.setMissing(u"Choose a data set"_s);
    QVERIFY(!start.isEnabled());
    QCOMPARE(start.text(), u"Choose a data set"_s);
    start.setMissing({});
    QVERIFY(start.isEnabled());
    QCOMPARE(start.text(), u"Start"_s);
  }

  void controls_leave_the_title_its_room() {
    Card card(u"Verlust je Beschriftung"_s);
    auto* control = new QWidget;
    control->setFixedSize(200, 26);
    card.addControl(control);
    auto* plot = new QWidget;
    plot->setMinimumHeight(100);
    card.body()->addWidget(plot);
    auto* title = card.findChild<Text*>();
    for (const int width : {600, 300, 600}) {
      card.resize(width, 200);
      card.show();
      QCoreApplication::processEvents();
      QCOMPARE(title->text(), title->fullText());
      const QRect of_title(title->mapTo(&card, QPoint()), title->size()),
          of_control(control->mapTo(&card, QPoint()), control->size());
      QCOMPARE(of_control.top() > of_title.bottom(), width == 300);
      QVERIFY(card.rect().contains(of_control) && !of_control.intersects(of_title));
      QVERIFY(plot->mapTo(&card, QPoint()).y() > of_control.bottom());
    }
  }

  void a_banner_folds_its_details_and_copies_them() {
    QWidget page;
    auto* column = new QVBoxLayout(&page);
    auto* banner = new Banner;
    column->addWidget(banner);
    page.show();
    QVERIFY(banner->isHidden());
    banner->say(Banner::Kind::Error, u"It failed."_s, u"Try this."_s, u"code Io"_s);
    QVERIFY(banner->isVisible());
    QList<WordButton*> words = banner->findChildren<WordButton*>();
    const auto press = [&](const QString& word) {
      for (WordButton* button : words)
        if (button->text() == word) QTest::keyClick(button, Qt::Key_Space);
    };
    press(u"Copy report"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"It failed.\nTry this.\n\ncode Io"_s);
    QSignalSpy gone(banner, &Banner::dismissed);
    banner->dismiss();
    QCOMPARE(gone.size(), 1);
  }

  void files_are_picked_by_keyboard() {
    FileDropArea area(u"Drop"_s, u"files"_s);
    QSignalSpy asked(&area, &FileDropArea::pickRequested);
    QTest::keyClick(&area, Qt::Key_Return);
    QTest::keyClick(&area, Qt::Key_Space);
    QCOMPARE(asked.size(), 2);
  }
};

UI_TEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
